import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import {
  DiscovrPage,
  EmptyPage,
  NavigationStack,
  PageFilterForm,
  ProfilePicker,
  SessionDialog,
  TitleSheet,
} from '../src/index.js';
import type { TestDiscovr } from '../src/testing/createTestDiscovr.js';
import { heroItems } from '../test/support/pageItems.js';
import { barBrand } from './support/bar.js';
import { Brand } from './support/brand.js';
import { StandInPopup } from './support/StandInPopup.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';
import './support/page.css';

const [item] = heroItems(1);
const discovrOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr;
const discovr = (parameters: DiscovrParameters) => ({ discovr: parameters });
const signedOut = discovr({ session: 'signedOut' });
const noProfile = discovr({ session: 'signedIn' });
const refused = discovr({ setUp: ({ control }: TestDiscovr) => control.revoke() });
const offline = discovr({ isOffline: true });
/**
 * Each drop-in in the states in which it has nothing to show: a heading, a sentence, and a button for the next step.
 */
const meta = {
  title: 'States',
  component: SessionDialog,
  render: (args, { loaded }) => (
    <main>
      <SessionDialog {...args} />
      <StandInPopup browser={discovrOf(loaded).browser} />
    </main>
  ),
} satisfies Meta<typeof SessionDialog>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Expects the heading of a state, and the button for its next step. */
const shows =
  (heading: string, button: string): NonNullable<Story['play']> =>
  async () => {
    const found = await screen.findByRole('heading', { name: heading });
    // A dialog appears gradually.
    await waitFor(() => expect(found).toBeVisible());
    await expect(screen.getByRole('button', { name: button })).toBeVisible();
  };

const page = <DiscovrPage pageId="page_1" />;

/** The app around the page. */
const app: NonNullable<Story['args']> = {
  brand: <Brand />,
  children: <NavigationStack history="none" brand={barBrand} pageProps={{ href: ({ id }) => `#${id}` }} />,
};

/** No user is signed in. The button of the page opens the dialog. */
export const PageSignedOut: Story = {
  args: app,
  parameters: signedOut,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'You’re not signed in' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Sign in' })).toBeVisible();
  },
};

/** The complete flow: the page asks the user to sign in, and the dialog shows the sign-in and then the profiles. */
export const SignInFlow: Story = {
  args: app,
  parameters: signedOut,
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in' }));
    const dialog = await canvas.findByRole('dialog', { name: 'Sign in' });
    await waitFor(() => expect(dialog).toBeVisible());
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    await discovrOf(loaded).client.adoptCredential(discovrOf(loaded).emulator.issueCredential());
    await userEvent.click(await canvas.findByRole('button', { name: 'Alex' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(canvas.getAllByRole('list').length).toBeGreaterThan(1));
  },
};

/** The sign-in above the page. What the page says about it does not show beside the dialog. */
export const SignInDialog: Story = {
  tags: ['screens'],
  args: app,
  parameters: signedOut,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in' }));
    const dialog = await canvas.findByRole('dialog', { name: 'Sign in' });
    await waitFor(() => expect(dialog).toBeVisible());
    await expect(canvas.getByRole('button', { name: 'Sign in on this device' })).toHaveFocus();
  },
};

/** The profiles above the page. No profile is active, so the heading has the focus. */
export const ProfilesDialog: Story = {
  args: { children: page },
  parameters: noProfile,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Choose a profile' }));
    const dialog = await canvas.findByRole('dialog', { name: 'Choose a profile' });
    await waitFor(() => expect(dialog).toBeVisible());
    // The heading has the focus, or a profile where a remote control is in use.
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
  },
};

/** A signed-in user without an active profile. */
export const PageNoProfile: Story = {
  tags: ['screens'],
  args: { children: page },
  parameters: noProfile,
  play: async (context) => {
    const { canvas, userEvent } = context;
    await shows('No profile selected', 'Choose a profile')(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Choose a profile' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Choose a profile' })).toHaveFocus());
  },
};

/** The server no longer accepts the sign-in. */
export const PageRefused: Story = {
  args: { children: page },
  parameters: refused,
  play: shows('You’ve been signed out', 'Sign in'),
};

/** The page does not exist. */
export const PageNotFound: Story = {
  args: { children: <DiscovrPage pageId="page_404" onBack={fn()} /> },
  play: shows('Not available', 'Go back'),
};

/** There is no network. */
export const PageOffline: Story = {
  tags: ['screens'],
  args: { children: page },
  parameters: offline,
  play: shows('You’re offline', 'Try again'),
};

/** There is nothing for this profile yet. */
export const PageEmpty: Story = {
  tags: ['screens'],
  args: { children: <EmptyPage onFiltersChange={fn()} onRetry={fn()} /> },
  play: shows('Nothing here yet', 'Try again'),
};

/** Without a way to sign in, the page has no button, because it would do nothing. */
export const PageWithoutSignIn: Story = {
  render: () => page,
  parameters: signedOut,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'You’re not signed in' })).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** The tabs stay, and the button is below them. */
export const NavigationSignedOut: Story = {
  args: { children: <NavigationStack history="none" /> },
  parameters: signedOut,
  play: shows('You’re not signed in', 'Sign in'),
};

/** The page of a tab cannot be created without a network. */
export const NavigationOffline: Story = {
  tags: ['screens'],
  args: { children: <NavigationStack history="none" /> },
  parameters: offline,
  play: shows('You’re offline', 'Try again'),
};

/** The main button of the form leads to what the form needs. */
const leads =
  (button: string): NonNullable<Story['play']> =>
  async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: button })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Apply filters' })).toBeNull();
    await expect(canvas.queryByRole('alert')).toBeNull();
  };

const form = <PageFilterForm defaultFilters={{ genres: [35], media_type: 'movie' }} />;

/** The main button signs in. The draft is kept. */
export const FormSignedOut: Story = {
  args: { children: form },
  parameters: signedOut,
  play: leads('Sign in'),
};

/** The main button chooses a profile. The draft is kept. */
export const FormNoProfile: Story = {
  args: { children: form },
  parameters: noProfile,
  play: leads('Choose a profile'),
};

/** "Apply filters" finds out that the server no longer accepts the sign-in. */
export const FormRefused: Story = {
  tags: ['screens'],
  args: { children: form },
  parameters: refused,
  play: async (context) => {
    await context.userEvent.click(await context.canvas.findByRole('button', { name: 'Apply filters' }));
    await leads('Sign in')(context);
  },
};

const sheet = <TitleSheet mediaId={item!.id} item={item} onClose={fn()} />;

/** The name of the title is known from the card. */
export const SheetSignedOut: Story = {
  args: { children: sheet },
  parameters: signedOut,
  play: shows('You’re not signed in', 'Sign in'),
};

/** Nothing about the title is known, so the state is the heading of the sheet. */
export const SheetSignedOutWithoutItem: Story = {
  args: { children: <TitleSheet mediaId="MV_900000285" onClose={fn()} /> },
  parameters: signedOut,
  play: async (context) => {
    await shows('You’re not signed in', 'Sign in')(context);
    await expect(screen.getByRole('dialog', { name: 'You’re not signed in' })).toBeVisible();
  },
};

/** A signed-in user without an active profile. */
export const SheetNoProfile: Story = {
  args: { children: sheet },
  parameters: noProfile,
  play: shows('No profile selected', 'Choose a profile'),
};

/** There is no network. */
export const SheetOffline: Story = {
  tags: ['screens'],
  args: { children: sheet },
  parameters: offline,
  play: shows('You’re offline', 'Try again'),
};

/** The profile picker without a user. */
export const PickerSignedOut: Story = {
  args: { children: <ProfilePicker /> },
  parameters: signedOut,
  play: shows('You’re not signed in', 'Sign in'),
};

/** The profiles cannot be loaded without a network. */
export const PickerOffline: Story = {
  args: { children: <ProfilePicker /> },
  parameters: offline,
  play: shows('You’re offline', 'Try again'),
};

/** The account has no profiles, and the app does not let users add one. */
export const PickerEmpty: Story = {
  args: { children: <ProfilePicker showManagement={false} /> },
  parameters: discovr({ session: 'signedIn', profiles: [] }),
  play: shows('No profiles yet', 'Try again'),
};

/** In Arabic, the text runs right to left. */
export const ArabicRightToLeft: Story = {
  args: { children: page },
  parameters: discovr({ session: 'signedOut', locale: 'ar' }),
};

/** In the dark color scheme. */
export const Dark: Story = { args: { children: page }, parameters: { ...offline, scheme: 'dark' } };
