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
import { Art, Brand } from './support/brand.js';
import { StandInPopup } from './support/StandInPopup.js';
import { leaveAndReturn } from './support/leaveAndReturn.js';
import { leaveNoRing } from './support/leaveNoRing.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

const discovrOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr;

/** Shows the sign-in, then the choice of a profile, and then the app. */
const meta = {
  title: 'Sign in/Gate',
  component: DiscovrGate,
  args: { children: <App /> },
  render: (args, { loaded }) => (
    <div className="screen">
      <DiscovrGate {...args} />
      <StandInPopup browser={discovrOf(loaded).browser} />
    </div>
  ),
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
} satisfies Meta<typeof DiscovrGate>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Creates a client whose back end never reports the session. */
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

/** When the device cannot save the credential, for example on a full disk, the user can continue for this visit. */
export const SignInNotSaved: Story = {
  tags: ['screens'],
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
    await userEvent.click(await canvas.findByRole('button', { name: 'Use another device' }));
    const code = (await canvas.findByText(/^Code: /)).textContent.replace(/\D/g, '');
    discovrOf(loaded).control.approveDevice(code);
    leaveAndReturn();
    await waitFor(() => expect(canvas.getByText(/your sign-in couldn’t be saved/)).toBeVisible());
    await expect(await canvas.findByRole('button', { name: 'Alex' })).toBeVisible();
  },
};

/** The full path of a user: sign in, choose a profile, use the app and sign out. */
export const FullSignIn: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in on this device' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Complete sign-in' }));
    const [profile] = discovrOf(loaded).control.profiles();
    await userEvent.click(await canvas.findByRole('button', { name: profile?.name ?? '' }));
    await waitFor(() => expect(canvas.getByRole('form', { name: 'Page filters' })).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Sign in on this device' })).toHaveFocus());
  },
};

/** The app's brand and art, in each step. */
export const Branded: Story = {
  tags: ['screens'],
  args: { brand: <Brand />, art: <Art />, address: 'example.com/tv' },
  render: (args) => (
    <div className="screen">
      <DiscovrGate {...args} />
    </div>
  ),
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('img', { name: 'Nightowl' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Use another device' }));
    await expect(await canvas.findByRole('link', { name: /example\.com\/tv$/ })).toBeVisible();
    leaveNoRing();
  },
};

/** The app's brand above the profiles. */
export const BrandedProfiles: Story = {
  ...Branded,
  parameters: { discovr: { session: 'signedIn' } satisfies DiscovrParameters },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Alex' })).toBeVisible();
    await expect(canvas.getByRole('img', { name: 'Nightowl' })).toBeVisible();
  },
};

/** On the server, and until the session is known, the fallback is shown. */
export const SessionUnknown: Story = {
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

/** A signed-in user without an active profile chooses a profile first. */
export const NoProfile: Story = {
  parameters: { discovr: { session: 'signedIn' } satisfies DiscovrParameters },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Who’s watching?' })).toBeVisible();
  },
};

/** When the server refuses the refresh token, for example after it was revoked elsewhere, the sign-in explains why. */
export const Refused: Story = {
  parameters: {
    discovr: { session: 'signedIn', setUp: ({ control }) => control.revoke() } satisfies DiscovrParameters,
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Your sign-in is no longer valid. Sign in again.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Sign in on this device' })).toBeVisible();
  },
};

/** With the profile of the last visit, the app is shown immediately. */
export const ReturningUser: Story = {
  parameters: { discovr: { session: 'active' } satisfies DiscovrParameters },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('form', { name: 'Page filters' })).toBeVisible();
  },
};
