import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { defaultAvatars } from '../src/emulator/drawing/avatars.js';
import { ProfilePicker } from '../src/index.js';
import { movingAvatar } from '../test/support/movingAvatar.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

const family = [{ name: 'Alex' }, { name: 'Sam' }, { name: 'Noor' }, { name: 'Kids' }];

/** Shows the profiles of the account, and the forms to add, edit and delete them. */
const meta = {
  title: 'Sign in/Profiles',
  component: ProfilePicker,
  args: { onProfileSelected: fn() },
  render: (args) => (
    <main className="screen">
      <ProfilePicker {...args} />
    </main>
  ),
  parameters: { discovr: withFamily({}) },
} satisfies Meta<typeof ProfilePicker>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Adds the options of a story to the defaults: four profiles, none of them active. */
function withFamily(parameters: DiscovrParameters): DiscovrParameters {
  return { session: 'signedIn', profiles: family, ...parameters };
}

const GUESTS = ['Ada', 'Ben', 'Cleo', 'Dina', 'Emil', 'Finn', 'Gina'];
const guestName = (index: number) => `${GUESTS[index % GUESTS.length]} ${index + 1}`;
const controlOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr.control;

/** A click on a profile activates it. */
export const Several: Story = {
  tags: ['screens'],
  play: async ({ args, canvas, loaded, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Noor' }));
    const noor = controlOf(loaded).profiles()[2]?.id;
    await waitFor(() => expect(args.onProfileSelected).toHaveBeenCalledWith(noor));
    await expect(canvas.getByRole('button', { name: 'Noor' })).toHaveAttribute('aria-current', 'true');
  },
};

/** Profiles whose pictures do not load show their initial. Neighbors have different colors, whatever their names. */
export const Initials: Story = {
  parameters: {
    discovr: withFamily({
      profiles: Array.from({ length: 14 }, () => ({ name: 'Guest', avatarUrl: 'data:image/png;base64,AAAA' })),
    }),
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('.discovr-Avatar-monogram')).toHaveLength(14));
  },
};

/** While the list loads, placeholders reserve its space. */
export const Loading: Story = {
  tags: ['screens'],
  parameters: { discovr: withFamily({ setUp: ({ control }) => control.failNext({ kind: 'hang' }) }) },
};

/** With one profile, the user still has to choose it. */
export const OneProfile: Story = {
  parameters: { discovr: withFamily({ profiles: [{ name: 'Alex' }] }) },
};

/** With fifty profiles, the list is one tab stop and the arrow keys move within it. */
export const Many: Story = {
  parameters: {
    discovr: withFamily({ profiles: Array.from({ length: 50 }, (_, index) => ({ name: guestName(index) })) }),
  },
  play: async ({ canvas, userEvent }) => {
    const first = await canvas.findByRole('button', { name: 'Ada 1' });
    await userEvent.tab();
    await expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowUp}');
    await expect(canvas.getByRole('button', { name: 'Ben 2' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect(canvas.getByRole('button', { name: 'Add profile' })).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect(first).toHaveFocus();
  },
};

/** Long names are limited to two lines. */
export const LongNames: Story = {
  parameters: {
    discovr: withFamily({
      profiles: [
        { name: 'Grandmother Wilhelmina and Grandfather Bartholomew on Sunday afternoons' },
        { name: 'Donaudampfschifffahrtsgesellschaftskapitän' },
        { name: 'Al' },
      ],
    }),
  },
};

/** Without profiles, the form for the first profile is shown with a suggested image. It does not take the focus. */
export const Empty: Story = {
  parameters: { discovr: withFamily({ profiles: [] }) },
  play: async ({ canvas, userEvent }) => {
    const name = await canvas.findByRole('textbox', { name: 'Name' });
    await expect(name).not.toHaveFocus();
    await userEvent.type(name, 'Kim');
    await canvas.findByRole('radio', { name: 'Picture 1' });
    await userEvent.click(canvas.getByRole('button', { name: 'Add profile' }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Kim' })).toHaveFocus());
  },
};

/** A profile needs a name and one of the suggested images. */
export const Creating: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add profile' }));
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await expect(await canvas.findByRole('radio', { name: 'Picture 1' })).toBeChecked();
  },
};

/** While the user manages profiles, a click on a profile edits it. */
export const Managing: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Manage profiles' }));
    await expect(canvas.getByRole('button', { name: 'Edit Alex' })).toBeVisible();
  },
};

/** When a profile is edited, its current image is among the choices. */
export const Editing: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await Managing.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Alex' }));
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('Alex');
    await expect(await canvas.findByRole('radio', { name: 'Current picture' })).toBeChecked();
  },
};

/** A profile is deleted in its form. The user must confirm it. The dialog starts with the focus on "Cancel". */
export const Deleting: Story = {
  tags: ['screens'],
  play: async (context) => {
    const { canvas, userEvent } = context;
    await Editing.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Delete Alex' }));
    const dialog = canvas.getByRole('dialog', { name: 'Delete profile “Alex”?' });
    await expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
  },
};

/** While a profile is being activated, its tile is busy and the user can still choose another profile. */
export const Activating: Story = {
  tags: ['screens'],
  parameters: {
    discovr: withFamily({
      setUp: ({ control }) => control.failNext({ kind: 'hang' }, { route: 'POST /auth/session-token' }),
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sam' }));
    await expect(canvas.getByRole('button', { name: 'Sam' })).toHaveAttribute('aria-busy', 'true');
  },
};

/** When a profile cannot be activated, an error is shown. */
export const ActivatingFailed: Story = {
  parameters: {
    discovr: withFamily({
      setUp: ({ control }) =>
        control.failNext({ kind: 'status', status: 500 }, { route: 'POST /auth/session-token', times: 3 }),
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sam' }));
    await expect(await canvas.findByText(/The service is having trouble/)).toBeVisible();
  },
};

/** When the list cannot be loaded, a button tries again. */
export const ListFailed: Story = {
  parameters: {
    discovr: withFamily({
      setUp: ({ control }) => control.failNext({ kind: 'status', status: 500 }, { route: 'GET /profiles', times: 3 }),
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }));
    await expect(await canvas.findByRole('button', { name: 'Alex' })).toBeVisible();
  },
};

/** Without a network, an error is shown after the last retry. */
export const Offline: Story = {
  tags: ['screens'],
  parameters: { discovr: withFamily({ isOffline: true }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'You’re offline' })).toBeVisible();
  },
};

/** When the user is signed out, a message asks them to sign in. */
export const SignedOut: Story = {
  tags: ['screens'],
  parameters: { discovr: withFamily({ session: 'signedOut' }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Sign in to choose a profile.')).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

/** When Discovr rejects the name, the error is shown under the field and the input is kept. */
export const NameRejected: Story = {
  parameters: {
    discovr: withFamily({
      setUp: ({ control }) =>
        control.failNext(
          {
            kind: 'status',
            status: 400,
            code: 'VALIDATION_FAILED',
            issues: [{ path: ['name'], message: 'This name is taken.' }],
          },
          { route: 'POST /profiles' },
        ),
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add profile' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'Alex');
    await canvas.findByRole('radio', { name: 'Picture 1' });
    await userEvent.click(canvas.getByRole('button', { name: 'Add profile' }));
    await expect(await canvas.findByText(/This name is taken/)).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('Alex');
  },
};

const searchFor = (query: string): Story['play'] =>
  async function search({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add profile' }));
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search GIFs' }), query);
  };

/** The search results name the service that provides them. */
export const GifSearch: Story = {
  tags: ['screens'],
  play: async (context) => {
    const { canvas, userEvent } = context;
    await searchFor('cat')?.(context);
    await expect(await canvas.findByText('Powered by tenor.com')).toBeVisible();
    const [found] = canvas.getAllByRole('radio', { name: /cat/i });
    await userEvent.click(found as HTMLElement);
    await expect(found).toBeChecked();
  },
};

/** When the search finds nothing, a message repeats the query. */
export const GifSearchEmpty: Story = {
  play: async (context) => {
    await searchFor('qqqq')?.(context);
    await expect(await context.canvas.findByText('No GIFs found for “qqqq”.')).toBeVisible();
  },
};

/** When the search fails, a button tries again. */
export const GifSearchFailed: Story = {
  parameters: {
    discovr: withFamily({
      setUp: ({ control }) => control.failNext({ kind: 'status', status: 400 }, { route: 'GET /gif-search' }),
    }),
  },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await searchFor('cat')?.(context);
    await expect(await canvas.findByText('Couldn’t load GIFs.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(await canvas.findByText('Powered by tenor.com')).toBeVisible();
  },
};

/** When the GIF service is discontinued, the search field disappears and the suggested images stay. */
export const GifSearchDiscontinued: Story = {
  parameters: {
    discovr: withFamily({
      setUp: ({ control }) => control.failNext({ kind: 'status', status: 410 }, { route: 'GET /gif-search' }),
    }),
  },
  play: async (context) => {
    const { canvas } = context;
    await searchFor('cat')?.(context);
    await waitFor(() => expect(canvas.queryByRole('searchbox')).toBeNull());
    await expect(canvas.getByRole('radio', { checked: true })).toHaveFocus();
  },
};

/** An avatar can be a video clip or an image. When it cannot be shown, the initial of the name replaces it. */
export const Avatars: Story = {
  tags: ['engines'],
  parameters: {
    discovr: withFamily({
      profiles: [
        { name: 'Clip', avatarUrl: movingAvatar },
        { name: 'Lost', avatarUrl: 'data:image/png;base64,AAAA' },
        { name: 'Picture', avatarUrl: defaultAvatars()[0]! },
      ],
    }),
  },
  play: async ({ canvas, canvasElement }) => {
    const tile = await canvas.findByRole('button', { name: 'Clip' });
    const clip = canvasElement.querySelector('video');
    await expect(clip?.muted).toBe(true);
    // Builds of some browsers without proprietary codecs cannot play H.264.
    if (clip?.canPlayType('video/mp4; codecs="avc1.42E01E"'))
      await waitFor(() => expect(clip.readyState).toBeGreaterThan(1));
    else await waitFor(() => expect(tile).toHaveTextContent('CClip'));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Lost' })).toHaveTextContent('LLost'));
  },
};

/** The profiles in the dark color scheme. */
export const Dark: Story = {
  parameters: { discovr: withFamily({ session: 'active' }), scheme: 'dark' },
};

/** In Arabic the profiles and the arrow keys run right to left. */
export const ArabicRightToLeft: Story = {
  tags: ['screens'],
  parameters: {
    discovr: withFamily({ locale: 'ar', profiles: [{ name: 'ليلى' }, { name: 'عمر' }, { name: 'Alex' }] }),
  },
  play: async ({ canvas, userEvent }) => {
    (await canvas.findByRole('button', { name: 'ليلى' })).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(canvas.getByRole('button', { name: 'عمر' })).toHaveFocus();
  },
};

/** On a television, a higher density makes the profiles larger. */
export const Television: Story = {
  render: (args) => (
    <main className="screen" style={{ '--discovr-density': 1.5 }}>
      <ProfilePicker {...args} />
    </main>
  ),
};
