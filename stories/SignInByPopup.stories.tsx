import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { SignIn } from '../src/index.js';
import { Art, Brand } from './support/brand.js';
import { leaveNoRing } from './support/leaveNoRing.js';
import { StandInPopup } from './support/StandInPopup.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

type Play = NonNullable<Story['play']>;

const discovrOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr;
const signedOut = (more: DiscovrParameters) => ({
  discovr: { session: 'signedOut', ...more } satisfies DiscovrParameters,
});

/** Signs in by popup, by redirect when popups are blocked, or by code on another device. */
const meta = {
  title: 'Sign in/By popup',
  component: SignIn,
  args: { address: 'example.com/tv', brand: <Brand />, art: <Art /> },
  render: (args, { loaded }) => (
    <main className="screen">
      <SignIn {...args} />
      <StandInPopup browser={discovrOf(loaded).browser} />
    </main>
  ),
  // Written out, because Storybook adds to this object at build time and recognizes only an object literal.
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
} satisfies Meta<typeof SignIn>;

export default meta;

type Story = StoryObj<typeof meta>;

const openPopup: Play = async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Sign in on this device' }));
};

/**
 * The sign-in button is more prominent than the alternative. With art behind it, the sign-in is on a panel, so that its
 * text is readable over any picture.
 */
export const Idle: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Sign in on this device' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Use another device' })).toBeVisible();
  },
};

/** While the popup is open, the user can bring it to the front or cancel. */
export const Waiting: Story = {
  play: async (context) => {
    await openPopup(context);
    await expect(context.canvas.getByRole('status')).toHaveTextContent('Continue on the page');
    await expect(context.canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
    leaveNoRing();
  },
};

/** After the user signs in, the popup closes automatically. */
export const SignedIn: Story = {
  tags: ['engines'],
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Complete sign-in' }));
    await waitFor(() => expect(context.canvas.getByRole('heading', { name: 'You’re signed in' })).toBeVisible());
  },
};

/** When the user closes the popup or declines, no error is shown. */
export const Cancelled: Story = {
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Decline sign-in' }));
    await waitFor(() => expect(context.canvas.getByRole('button', { name: 'Sign in on this device' })).toBeVisible());
    await expect(context.canvas.getByRole('status')).toBeEmptyDOMElement();
  },
};

/** When the browser blocks the popup, or a policy cuts it off from the app, the user can sign in by redirect. */
export const Blocked: Story = {
  parameters: signedOut({
    setUp: ({ browser }) => {
      browser.isBlocking = true;
    },
  }),
  play: async (context) => {
    await openPopup(context);
    await expect(await context.canvas.findByRole('button', { name: 'Continue on this page' })).toBeVisible();
  },
};

/** While the browser redirects to the sign-in page, a message says so. */
export const Redirecting: Story = {
  ...Blocked,
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(await context.canvas.findByRole('button', { name: 'Continue on this page' }));
    await expect(context.canvas.getByRole('status')).toHaveTextContent('Opening the sign-in page…');
  },
};

/** After the redirect back to the app, a message is shown until the code in the URL has been exchanged. */
export const CompletingRedirect: Story = {
  tags: ['engines'],
  beforeEach: async ({ loaded }) => {
    const { client, browser, control } = discovrOf(loaded);
    const { href } = window.location;
    await client.signInWithWebAuth();
    const { search } = new URL(await browser.completeRedirect());
    control.failNext({ kind: 'hang' }, { route: 'POST /auth/code' });
    window.history.replaceState(null, '', `${href}${href.includes('?') ? '&' : '?'}${search.slice(1)}`);
    return () => window.history.replaceState(null, '', href);
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('region')).toHaveAttribute('data-status', 'completing'));
    await expect(canvas.getByRole('status')).not.toBeEmptyDOMElement();
  },
};

/** When Discovr rejects the sign-in, the user can try again. */
export const Failed: Story = {
  parameters: signedOut({
    setUp: ({ control }) =>
      control.failNext({ kind: 'status', status: 401, code: 'AUTH_FAILED' }, { route: 'POST /auth/code' }),
  }),
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Complete sign-in' }));
    await waitFor(() => expect(context.canvas.getByRole('heading', { name: 'Sign-in failed' })).toBeVisible());
    await expect(context.canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** When the network is lost while the popup is open, the sign-in fails with an error. */
export const Offline: Story = {
  parameters: signedOut({ isOffline: true }),
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Complete sign-in' }));
    await waitFor(() => expect(context.canvas.getByRole('heading', { name: 'You’re offline' })).toBeVisible());
  },
};

/** The user can switch to sign-in by code on another device, and back. */
export const UseAnotherDevice: Story = {
  play: async ({ canvas, userEvent }) => {
    const switchDevice = async () => {
      await userEvent.click(await canvas.findByRole('button', { name: 'Use another device' }));
      await canvas.findByText(/^Code: /);
    };
    await switchDevice();
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await switchDevice();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
  },
};

/** The app's brand is above the title, and the sign-in is in the middle of its container. */
export const WithBrand: Story = {
  render: (args) => (
    <main className="screen">
      <SignIn {...args} />
    </main>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('img', { name: 'Nightowl' })).toBeVisible();
  },
};

/** The sign-in in the dark color scheme, while the popup is open. */
export const Dark: Story = { ...Waiting, parameters: { scheme: 'dark' } };

/** In Arabic the sign-in runs right to left. */
export const ArabicRightToLeft: Story = {
  tags: ['screens'],
  parameters: signedOut({ locale: 'ar' }),
  play: async ({ canvasElement, userEvent }) => {
    // With a remote control, the sign-in starts with the code, and the button is beside Cancel.
    const buttons = within(canvasElement).getAllByRole('button');
    await userEvent.click(buttons.find((button) => button.matches('[data-variant]')) ?? buttons.at(-1)!);
    await expect(within(canvasElement).getByRole('status')).not.toBeEmptyDOMElement();
    leaveNoRing();
  },
};

/** On a television, a higher density makes the sign-in legible from a distance. */
export const Television: Story = {
  render: (args, { loaded }) => (
    <main className="screen" style={{ '--discovr-density': 1.5 }}>
      <SignIn {...args} qrSize={600} />
      <StandInPopup browser={discovrOf(loaded).browser} />
    </main>
  ),
};
