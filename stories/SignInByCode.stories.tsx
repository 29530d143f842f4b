import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { DeviceSignIn, memoryCredentialStore } from '../src/index.js';
import { Art, Brand } from './support/brand.js';
import { leaveAndReturn } from './support/leaveAndReturn.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

/** Signs in on a device where typing is difficult. The user approves the code on another device. */
const meta = {
  title: 'Sign in/By code',
  component: DeviceSignIn,
  args: { address: 'example.com/tv', qrSize: 600 },
  render: (args) => (
    <main className="screen">
      <DeviceSignIn {...args} />
    </main>
  ),
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
} satisfies Meta<typeof DeviceSignIn>;

export default meta;

type Story = StoryObj<typeof meta>;

const signedOut = (setUp: NonNullable<DiscovrParameters['setUp']>) => ({
  discovr: { session: 'signedOut', setUp } satisfies DiscovrParameters,
});
const controlOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr.control;
const clientOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr.client;

/** Shows the code, its QR code and how long they are valid, on the panel of the sign-in with brand and art. */
export const Waiting: Story = {
  args: { brand: <Brand />, art: <Art /> },
  play: async ({ canvas }) => {
    await canvas.findByText(/^Code: /);
    await expect(canvas.getByText('10 minutes left')).toBeInTheDocument();
  },
};

/** Without brand and art, there is no panel. */
export const Plain: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Code: /)).toBeInTheDocument();
    await expect(canvas.queryByRole('img', { name: 'Nightowl' })).toBeNull();
  },
};

/** A phone cannot scan its own screen, so a link to the address and a button that copies the code replace the QR code. */
export const OnPhone: Story = {
  tags: ['not-television'],
  args: { brand: <Brand />, art: <Art />, onCancel: () => undefined },
  globals: { viewport: { value: 'narrow' } },
  decorators: (Story) => (
    <div style={{ maxInlineSize: 390 }}>
      <Story />
    </div>
  ),
  play: async ({ canvas, userEvent }) => {
    const link = await canvas.findByRole('link', { name: 'Open example.com/tv' });
    await expect(link).toHaveAttribute('href', 'https://example.com/tv');
    await expect(canvas.queryByRole('img', { name: /QR code/ })).toBeNull();
    const copied: string[] = [];
    Object.defineProperty(navigator.clipboard, 'writeText', {
      configurable: true,
      value: (text: string) => Promise.resolve(void copied.push(text)),
    });
    await userEvent.click(canvas.getByRole('button', { name: 'Copy code' }));
    await expect(await canvas.findByRole('button', { name: 'Code copied' })).toBeVisible();
    await expect(copied).toEqual([(await canvas.findByText(/^Code: /)).textContent.replace(/\D/g, '')]);
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
  },
};

/** After approval on the other device, this device is signed in within five seconds. */
export const Approved: Story = {
  tags: ['engines'],
  args: { brand: <Brand />, art: <Art /> },
  play: async ({ canvas, loaded }) => {
    const code = (await canvas.findByText(/^Code: /)).textContent.replace(/\D/g, '');
    controlOf(loaded).approveDevice(code);
    leaveAndReturn();
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'You’re signed in' })).toBeVisible());
  },
};

/** When the device cannot save the credential, for example on a full disk, the user is signed in for this visit. */
export const SignInNotSaved: Story = {
  parameters: {
    discovr: {
      session: 'signedOut',
      credentialStore: {
        ...memoryCredentialStore(),
        set: () => Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError')),
      },
    } satisfies DiscovrParameters,
  },
  play: async ({ canvas, loaded }) => {
    const code = (await canvas.findByText(/^Code: /)).textContent.replace(/\D/g, '');
    controlOf(loaded).approveDevice(code);
    leaveAndReturn();
    const expectWarning = () => expect(canvas.getByText(/signed in, but your sign-in couldn’t be saved/)).toBeVisible();
    await waitFor(expectWarning);
  },
};

/** When the user declines on the other device, this device offers a new code. */
export const Denied: Story = {
  args: { brand: <Brand />, art: <Art />, onCancel: () => undefined },
  play: async ({ canvas, loaded, userEvent }) => {
    const code = (await canvas.findByText(/^Code: /)).textContent.replace(/\D/g, '');
    controlOf(loaded).denyDevice(code);
    leaveAndReturn();
    await waitFor(() => expect(canvas.getByText(/declined/)).toBeVisible());
    await userEvent.hover(canvas.getByRole('button', { name: 'Get a new code' }));
  },
};

/** When a code expires shortly after it appears, a new code is requested only if the user clicks the button. */
export const Expired: Story = {
  args: { brand: <Brand />, art: <Art />, onCancel: () => undefined },
  parameters: signedOut(({ control }) => {
    const ended = { kind: 'status', status: 401, code: 'TOKEN_EXPIRED' } as const;
    control.failNext(ended, { route: 'POST /auth/device-codes/:code/poll' });
  }),
  play: async ({ canvas }) => {
    await canvas.findByText(/^Code: /);
    leaveAndReturn();
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'This code has expired' })).toBeVisible());
    await expect(canvas.getByRole('button', { name: 'Get a new code' })).toBeVisible();
  },
};

/** When the app disposes the client, the sign-in is canceled. */
export const Canceled: Story = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByText(/^Code: /);
    clientOf(loaded).dispose();
    await expect(await canvas.findByRole('heading', { name: 'Sign-in was canceled' })).toBeVisible();
  },
};

/** While the code is being requested, a message says so. */
export const Requesting: Story = {
  parameters: signedOut(({ control }) => control.failNext({ kind: 'hang' })),
};

/** Without a network, no code can be requested and an error is shown. */
export const Offline: Story = {
  parameters: { discovr: { session: 'signedOut', isOffline: true } satisfies DiscovrParameters },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'You’re offline' })).toBeVisible();
  },
};

/** In the dark color scheme the QR code stays on white, so that scanners can read it. */
export const Dark: Story = {
  parameters: { scheme: 'dark' },
};

/** In Arabic the text runs right to left, and the code keeps its direction. */
export const ArabicRightToLeft: Story = {
  tags: ['screens'],
  parameters: { discovr: { session: 'signedOut', locale: 'ar' } satisfies DiscovrParameters },
};

/** On a television, a higher density makes the code legible from a distance. */
export const Television: Story = {
  render: (args) => (
    <main className="screen" style={{ '--discovr-density': 1.5 }}>
      <DeviceSignIn {...args} />
    </main>
  ),
};
