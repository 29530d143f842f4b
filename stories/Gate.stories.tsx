import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import {
  createSessionSource,
  DiscovrClient,
  DiscovrGate,
  DiscovrProvider,
  memoryCredentialStore,
  PageFilterForm,
  useSignOut,
} from '../src/index.js';
import { StandInPopup } from './support/StandInPopup.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

const discovrOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr;

/** One wrapper takes an app from nothing to an active profile: signing in, the choice of a profile, then the app. */
const meta = {
  title: 'Sign in/All of it',
  component: DiscovrGate,
  args: { children: <App /> },
  render: (args, { loaded }) => (
    <>
      <DiscovrGate {...args} />
      <StandInPopup browser={discovrOf(loaded).browser} />
    </>
  ),
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
} satisfies Meta<typeof DiscovrGate>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A client whose back end takes its time to say who is signed in. */
function slowClient() {
  const fetch = () => new Promise<never>(() => undefined);
  const timeoutMs = 600_000;
  return new DiscovrClient('slow', {
    fetch,
    timeoutMs,
    sessionSource: createSessionSource('/slow', { fetch, timeoutMs }),
  });
}

function App() {
  const signOut = useSignOut();
  return (
    <main>
      <button type="button" className="discovr-Button" onClick={() => signOut.mutate()}>
        Sign out
      </button>
      <PageFilterForm />
    </main>
  );
}

/** The device could not save the sign-in, because its disk is full for instance. */
export const SignedInNotKept: Story = {
  parameters: {
    discovr: {
      session: 'signedOut',
      credentialStore: {
        ...memoryCredentialStore(),
        set: () => Promise.reject(new DOMException('Full.', 'QuotaExceededError')),
      },
    } satisfies DiscovrParameters,
  },
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Use your phone instead' }));
    const code = (await canvas.findByText(/^Code: /)).textContent.replace(/\D/g, '');
    discovrOf(loaded).control.approveDevice(code);
    await waitFor(() => expect(canvas.getByText(/your sign-in couldn’t be saved/)).toBeVisible(), { timeout: 8_000 });
    await expect(await canvas.findByRole('button', { name: 'Alex' })).toBeVisible();
  },
};

/** From the first press to the filter form, and out again. */
export const FromNothingToAProfile: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in there' }));
    const [profile] = discovrOf(loaded).control.profiles();
    await userEvent.click(await canvas.findByRole('button', { name: profile?.name ?? '' }));
    await waitFor(() => expect(canvas.getByRole('form', { name: 'Page filters' })).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Sign in' })).toHaveFocus());
  },
};

/** Who is there is not known yet: on the server, and while the sign-in is read. */
export const NotKnownYet: Story = {
  args: { fallback: <p>One moment…</p> },
  decorators: [
    (Story) => (
      <DiscovrProvider client={slowClient()}>
        <Story />
      </DiscovrProvider>
    ),
  ],
  parameters: { withoutProvider: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('One moment…')).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** Signed in, without a profile yet. */
export const WithoutAProfile: Story = {
  parameters: { discovr: { session: 'signedIn' } satisfies DiscovrParameters },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Who’s watching?' })).toBeVisible();
  },
};

/** The server refused the sign-in, as it does when it was revoked on another device: the way back in says why. */
export const Refused: Story = {
  parameters: {
    discovr: { session: 'signedIn', setUp: ({ control }) => control.revoke() } satisfies DiscovrParameters,
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Your sign-in is no longer valid. Sign in again.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Sign in' })).toBeVisible();
  },
};

/** With a profile from the last visit the app is there at once. */
export const WithAProfile: Story = {
  parameters: { discovr: { session: 'active' } satisfies DiscovrParameters },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('form', { name: 'Page filters' })).toBeVisible();
  },
};
