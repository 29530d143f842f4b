import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { ProfilePicker } from '../src/index.js';
import { movingAvatar } from '../test/support/movingAvatar.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

const family = [{ name: 'Alex' }, { name: 'Sam' }, { name: 'Noor' }, { name: 'Kids' }];

/** Who is watching: choosing a profile, and adding, editing and deleting them. */
const meta = {
  title: 'Sign in/Profiles',
  component: ProfilePicker,
  args: { onProfileSelected: fn() },
  render: (args) => (
    <main>
      <ProfilePicker {...args} />
    </main>
  ),
  parameters: { discovr: withFamily({}) },
} satisfies Meta<typeof ProfilePicker>;

export default meta;

type Story = StoryObj<typeof meta>;

/** What a story changes; most begin with a family of four and nobody chosen. */
function withFamily(parameters: DiscovrParameters): DiscovrParameters {
  return { session: 'signedIn', profiles: family, ...parameters };
}

const controlOf = (loaded: unknown) => (loaded as { discovr: StoryDiscovr }).discovr.control;

/** A few profiles. A press opens one. */
export const AFew: Story = {
  play: async ({ args, canvas, loaded, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Noor' }));
    const noor = controlOf(loaded).profiles()[2]?.id;
    await waitFor(() => expect(args.onProfileSelected).toHaveBeenCalledWith(noor));
    await expect(canvas.getByRole('button', { name: 'Noor' })).toHaveAttribute('aria-current', 'true');
  },
};

/** Places of the size of what comes. */
export const Loading: Story = {
  parameters: { discovr: withFamily({ setUp: ({ control }) => control.failNext({ kind: 'hang' }) }) },
};

/** Only one. */
export const One: Story = {
  parameters: { discovr: withFamily({ profiles: [{ name: 'Alex' }] }) },
};

/** Fifty: one stop of the Tab key, the arrow keys move within. */
export const Many: Story = {
  parameters: {
    discovr: withFamily({ profiles: Array.from({ length: 50 }, (_, index) => ({ name: `Guest ${index + 1}` })) }),
  },
  play: async ({ canvas, userEvent }) => {
    const first = await canvas.findByRole('button', { name: 'Guest 1' });
    await userEvent.tab();
    await expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowUp}');
    await expect(canvas.getByRole('button', { name: 'Guest 2' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect(canvas.getByRole('button', { name: 'Add profile' })).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect(first).toHaveFocus();
  },
};

/** Long names take two lines and no more. */
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

/** None yet: it begins with the form, a picture already suggested. Nothing takes the focus by itself. */
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

/** Adding one: a name, and a picture among ready-made ones. */
export const Creating: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Add profile' }));
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await expect(await canvas.findByRole('radio', { name: 'Picture 1' })).toBeChecked();
  },
};

/** Managing: a press edits, and each has a button to delete it. */
export const Managing: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Manage profiles' }));
    await expect(canvas.getByRole('button', { name: 'Edit Alex' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Delete Alex' })).toBeVisible();
  },
};

/** Editing: the present picture is among those to choose from. */
export const Editing: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await Managing.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Alex' }));
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('Alex');
    await expect(await canvas.findByRole('radio', { name: 'Current picture' })).toBeChecked();
  },
};

/** Deleting is asked about first, with the focus on the button that keeps the profile. */
export const Deleting: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await Managing.play?.(context);
    await userEvent.click(canvas.getByRole('button', { name: 'Delete Alex' }));
    const dialog = canvas.getByRole('dialog', { name: 'Delete profile “Alex”?' });
    await expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
  },
};

/** A profile that is being opened: its tile shows it, the others can still be chosen. */
export const Opening: Story = {
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

/** It could not be opened. */
export const OpeningFailed: Story = {
  parameters: {
    discovr: withFamily({
      setUp: ({ control }) =>
        control.failNext({ kind: 'status', status: 500 }, { route: 'POST /auth/session-token', times: 3 }),
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sam' }));
    await expect(await canvas.findByText(/Discovr is having trouble/, {}, { timeout: 5_000 })).toBeVisible();
  },
};

/** The list could not be had; a press tries again. */
export const ListFailed: Story = {
  parameters: {
    discovr: withFamily({
      setUp: ({ control }) => control.failNext({ kind: 'status', status: 500 }, { route: 'GET /profiles', times: 3 }),
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }, { timeout: 5_000 }));
    await expect(await canvas.findByRole('button', { name: 'Alex' })).toBeVisible();
  },
};

/** No network. */
export const Offline: Story = {
  parameters: { discovr: withFamily({ setUp: ({ control }) => control.setOffline(true) }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Can’t connect to Discovr/, {}, { timeout: 5_000 })).toBeVisible();
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = {
  parameters: { discovr: withFamily({ session: 'signedOut' }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Sign in to choose a profile.')).toBeVisible();
  },
};

/** Discovr refuses the name: said on its field, and what was typed stays. */
export const CreateRefused: Story = {
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

/** Pictures a search found, with the name of their service beside them. */
export const GifSearch: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await searchFor('cat')?.(context);
    await expect(await canvas.findByText('Powered by tenor.com')).toBeVisible();
    const [found] = canvas.getAllByRole('radio', { name: /cat/i });
    await userEvent.click(found as HTMLElement);
    await expect(found).toBeChecked();
  },
};

/** Nothing was found. */
export const GifSearchNone: Story = {
  play: async (context) => {
    await searchFor('qqqq')?.(context);
    await expect(await context.canvas.findByText('No GIFs found for “qqqq”.')).toBeVisible();
  },
};

/** Search failed. */
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

/** The service that finds GIFs is closed: the search disappears and the avatars stay. */
export const GifSearchGone: Story = {
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

/** A clip that moves, a picture that turns out to be a clip, and one that cannot be shown at all. */
export const MovingPictures: Story = {
  tags: ['engines'],
  parameters: {
    discovr: withFamily({
      profiles: [
        { name: 'Clip', avatarUrl: movingAvatar },
        { name: 'Lost', avatarUrl: 'data:image/png;base64,AAAA' },
        { name: 'Picture' },
      ],
    }),
  },
  play: async ({ canvas, canvasElement }) => {
    const tile = await canvas.findByRole('button', { name: 'Clip' });
    const clip = canvasElement.querySelector('video');
    await expect(clip?.muted).toBe(true);
    // Free builds of some browsers have no H.264.
    if (clip?.canPlayType('video/mp4; codecs="avc1.42E01E"'))
      await waitFor(() => expect(clip.readyState).toBeGreaterThan(1));
    else await waitFor(() => expect(tile).toHaveTextContent('CClip'));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Lost' })).toHaveTextContent('LLost'));
  },
};

/** In the dark. */
export const Dark: Story = {
  parameters: { discovr: withFamily({ session: 'active' }), scheme: 'dark' },
};

/** From right to left: the arrow keys follow. */
export const ArabicRightToLeft: Story = {
  parameters: {
    discovr: withFamily({ locale: 'ar', profiles: [{ name: 'ليلى' }, { name: 'عمر' }, { name: 'Alex' }] }),
  },
  play: async ({ canvas, userEvent }) => {
    (await canvas.findByRole('button', { name: 'ليلى' })).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(canvas.getByRole('button', { name: 'عمر' })).toHaveFocus();
  },
};

/** On a television. */
export const Television: Story = {
  render: (args) => (
    <main style={{ '--discovr-density': 1.5 }}>
      <ProfilePicker {...args} />
    </main>
  ),
};
