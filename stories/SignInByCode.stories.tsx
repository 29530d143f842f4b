import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { DeviceSignIn, memoryCredentialStore } from '../src/index.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

/** Signing in where typing is hard: a code on this screen, approved on another device. */
const meta = {
  title: 'Sign in/By code',
  component: DeviceSignIn,
  args: { address: 'example.com/tv', qrSize: 600 },
  render: (args) => (
    <main>
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

/** The code and its picture, and how long they are good for. */
export const Waiting: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('img')).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('10 minutes left');
  },
};

/** Approved on the other device: this one is signed in within five seconds. */
export const Approved: Story = {
  tags: ['engines'],
  play: async ({ canvas, loaded }) => {
    const code = (await canvas.findByText(/^Code: /)).textContent.replace(/\D/g, '');
    controlOf(loaded).approveDevice(code);
    await waitFor(() => expect(canvas.getByText('You’re signed in.')).toBeVisible(), { timeout: 8_000 });
  },
};

/** Approved, but this device cannot keep the sign-in, as where its disk is full. The person is in for this visit. */
export const SignedInNotKept: Story = {
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
    const isTold = () => expect(canvas.getByText(/signed in, but your sign-in couldn’t be saved/)).toBeVisible();
    await waitFor(isTold, { timeout: 8_000 });
  },
};

/** Refused on the other device. */
export const Denied: Story = {
  play: async ({ canvas, loaded, userEvent }) => {
    const code = (await canvas.findByText(/^Code: /)).textContent.replace(/\D/g, '');
    controlOf(loaded).denyDevice(code);
    await waitFor(() => expect(canvas.getByText(/declined/)).toBeVisible(), { timeout: 8_000 });
    await userEvent.hover(canvas.getByRole('button', { name: 'Get a new code' }));
  },
};

/** The server ended it soon after it came, so no other code follows by itself. */
export const Expired: Story = {
  parameters: signedOut(({ control }) => {
    const ended = { kind: 'status', status: 401, code: 'TOKEN_EXPIRED' } as const;
    control.failNext(ended, { route: 'POST /auth/device-codes/:code/poll' });
  }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('This code has expired.')).toBeVisible(), { timeout: 8_000 });
    await expect(canvas.getByRole('button', { name: 'Get a new code' })).toBeVisible();
  },
};

/** The app stopped it. */
export const Stopped: Story = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByText(/^Code: /);
    clientOf(loaded).dispose();
    await expect(await canvas.findByText('Sign-in was canceled.')).toBeVisible();
  },
};

/** The code has not come yet. */
export const Requesting: Story = {
  parameters: signedOut(({ control }) => control.failNext({ kind: 'hang' })),
};

/** No network. */
export const Offline: Story = {
  parameters: signedOut(({ control }) => control.setOffline(true)),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Can’t connect to Discovr/)).toBeVisible();
  },
};

/** In the dark colours the picture stays on white, for the sake of scanners. */
export const Dark: Story = {
  parameters: { scheme: 'dark' },
};

/** From right to left; the code itself keeps its direction. */
export const ArabicRightToLeft: Story = {
  parameters: { discovr: { session: 'signedOut', locale: 'ar' } satisfies DiscovrParameters },
};

/** On a television. */
export const Television: Story = {
  render: (args) => (
    <main style={{ '--discovr-density': 1.5 }}>
      <DeviceSignIn {...args} />
    </main>
  ),
};
