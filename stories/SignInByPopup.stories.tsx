import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { SignIn } from '../src/index.js';
import { StandInPopup } from './support/StandInPopup.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

type Play = NonNullable<Story['play']>;

const discovrOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr;
const signedOut = (more: DiscovrParameters) => ({
  discovr: { session: 'signedOut', ...more } satisfies DiscovrParameters,
});

/** Signing in with one button: in a window, on this page where windows are blocked, or by a code on a phone. */
const meta = {
  title: 'Sign in/By popup',
  component: SignIn,
  args: { address: 'example.com/tv' },
  render: (args, { loaded }) => (
    <main>
      <SignIn {...args} />
      <StandInPopup browser={discovrOf(loaded).browser} />
    </main>
  ),
  // Written out: Storybook adds to the object that stands here, and knows no other.
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
} satisfies Meta<typeof SignIn>;

export default meta;

type Story = StoryObj<typeof meta>;

const openPopup: Play = async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }));
};

/** One main button; everything else is quiet. */
export const Idle: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Use your phone instead' })).toBeVisible();
  },
};

/** The window is open: it can be brought to the front, or given up. */
export const Waiting: Story = {
  play: async (context) => {
    await openPopup(context);
    await expect(context.canvas.getByRole('status')).toHaveTextContent('Continue in the window');
    await expect(context.canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
  },
};

/** Signed in in the window, which closes by itself. */
export const SignedIn: Story = {
  tags: ['engines'],
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Sign in there' }));
    await waitFor(() => expect(context.canvas.getByRole('status')).toHaveTextContent('You’re signed in.'));
  },
};

/** The person closed the window or declined: there is nothing to tell them. */
export const Cancelled: Story = {
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Decline there' }));
    await waitFor(() => expect(context.canvas.getByRole('button', { name: 'Sign in' })).toBeVisible());
    await expect(context.canvas.getByRole('status')).toBeEmptyDOMElement();
  },
};

/** The browser blocks windows, or a policy cuts them off: the same works on this page. */
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

/** On the way to the sign-in page; an app’s page is gone a moment later. */
export const LeavingThePage: Story = {
  ...Blocked,
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(await context.canvas.findByRole('button', { name: 'Continue on this page' }));
    await expect(context.canvas.getByRole('status')).toHaveTextContent('Opening the sign-in page…');
  },
};

/** Back from the sign-in page, which left its answer in the address. */
export const Completing: Story = {
  tags: ['engines'],
  beforeEach: async ({ loaded }) => {
    const { client, browser, control } = discovrOf(loaded);
    const { href } = window.location;
    await client.signInWithWebAuth();
    const { search } = new URL(await browser.comeBack());
    control.failNext({ kind: 'hang' }, { route: 'POST /auth/code' });
    window.history.replaceState(null, '', `${href}${href.includes('?') ? '&' : '?'}${search.slice(1)}`);
    return () => window.history.replaceState(null, '', href);
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('region')).toHaveAttribute('data-status', 'completing'));
    await expect(canvas.getByRole('status')).not.toBeEmptyDOMElement();
  },
};

/** Discovr did not accept the sign-in. */
export const Failed: Story = {
  parameters: signedOut({
    setUp: ({ control }) =>
      control.failNext({ kind: 'status', status: 401, code: 'AUTH_FAILED' }, { route: 'POST /auth/code' }),
  }),
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Sign in there' }));
    await waitFor(() => expect(context.canvas.getByRole('status')).toHaveTextContent('Couldn’t sign you in.'));
    await expect(context.canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** The network went while the person was in the window. */
export const Offline: Story = {
  parameters: signedOut({ setUp: ({ control }) => control.setOffline(true) }),
  play: async (context) => {
    await openPopup(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Sign in there' }));
    await waitFor(() => expect(context.canvas.getByRole('status')).toHaveTextContent('Can’t connect'));
  },
};

/** By a code on a phone, and back. */
export const UseYourPhone: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Use your phone instead' }));
    await expect(await canvas.findByRole('img')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Use this device instead' })).toBeVisible();
  },
};

/** In the dark colours. */
export const Dark: Story = { ...Waiting, parameters: { scheme: 'dark' } };

/** From right to left. */
export const ArabicRightToLeft: Story = {
  parameters: signedOut({ locale: 'ar' }),
  play: async ({ canvasElement, userEvent }) => {
    const [main] = within(canvasElement).getAllByRole('button');
    await userEvent.click(main!);
    await expect(within(canvasElement).getByRole('status')).not.toBeEmptyDOMElement();
  },
};

/** On a television. */
export const Television: Story = {
  render: (args, { loaded }) => (
    <main style={{ '--discovr-density': 1.5 }}>
      <SignIn {...args} qrSize={600} />
      <StandInPopup browser={discovrOf(loaded).browser} />
    </main>
  ),
};
