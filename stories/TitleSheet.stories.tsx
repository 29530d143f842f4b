import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, screen, waitFor } from 'storybook/test';
import { Rail, TitleSheet, type MediaItem, type TitleSheetProps } from '../src/index.js';
import type { TestDiscovr } from '../src/testing/createTestDiscovr.js';
import { heroItems, mediaItems, providerItems } from '../test/support/pageItems.js';
import './support/page.css';

const items = mediaItems(12);
const film = heroItems(10).find(({ media_type }) => media_type === 'movie')!;
const series = heroItems(30).find(({ media_type }) => media_type === 'tv')!;

/** Shows a rail, and the sheet of the title that was clicked. */
function Browse(props: Partial<TitleSheetProps>) {
  const [shown, setShown] = useState<MediaItem | null | undefined>(props.item);
  return (
    <main>
      <Rail
        title="New releases"
        type="media"
        items={items}
        onItemClick={(item) => item.type === 'media' && setShown(item)}
      />
      <TitleSheet {...props} mediaId={shown?.id} item={shown} onClose={() => setShown(undefined)} />
    </main>
  );
}

/** Shows the details of one title, with buttons to play, rate and save it. */
const meta = {
  title: 'Page/Title sheet',
  component: TitleSheet,
  args: { mediaId: film.id, item: film, onPlay: () => undefined, onClose: () => undefined },
  render: ({ mediaId: _mediaId, ...args }) => <Browse {...args} />,
} satisfies Meta<typeof TitleSheet>;

export default meta;

type Story = StoryObj<typeof meta>;

const always = { times: Number.MAX_SAFE_INTEGER };

/** Delays all responses until long after the end of the story. */
const neverRespond = ({ control }: TestDiscovr) => control.setLatency(2 ** 30);

/** Makes Discovr respond to a route with this body. */
const respondWith = (route: `GET /${string}`, body: object) => ({
  setUp: ({ control }: TestDiscovr) => control.failNext({ kind: 'body', body }, { ...always, route }),
});

const untouched = { liked: false, disliked: false, super_liked: false, watchlist: false, history: false };
const inProgress = {
  ...untouched,
  watchlist: true,
  history: true,
  playback: { resumable: true, progress: 43, season: 2, episode: 3 },
  providers: providerItems.slice(0, 4),
};

/** A film that the profile has not watched, rated or saved. */
export const Film: Story = {
  tags: ['engines'],
  play: async ({ userEvent }) => {
    await waitFor(() => expect(screen.getByRole('button', { name: 'Like' })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: 'Like' }));
    await expect(await screen.findByText(`Liked: ${film.title}`)).toBeInTheDocument();
    await expect(screen.getByRole('button', { name: 'Like' })).toHaveAttribute('aria-pressed', 'true');
  },
};

/** When an episode is in progress, the play button resumes it and names its season and episode. */
export const SeriesToResume: Story = {
  args: { mediaId: series.id, item: series },
  parameters: { discovr: respondWith('GET /profile/media/:mediaId', inProgress) },
};

/** Paramount+ and Hulu. */
const unlinked = ['531', '15'];

/** With `providerHref`, services are links. The cast is shown with its characters where they are known. */
export const ServiceLinks: Story = {
  tags: ['screens'],
  args: {
    providerHref: ({ id }, { mediaId }) => (unlinked.includes(id) ? undefined : `#watch-${mediaId}-at-${id}`),
  },
  parameters: {
    discovr: {
      setUp({ control }: TestDiscovr) {
        const providers = providerItems.filter(({ id }) => !['9', '119'].includes(id)).slice(0, 6);
        const profile = { ...inProgress, playback: { resumable: true, progress: 43 }, providers };
        control.failNext({ kind: 'body', body: profile }, { ...always, route: 'GET /profile/media/:mediaId' });
        const cast = [
          { name: 'Ada Example', character: 'The captain' },
          { name: 'Bruno Sample', character: 'The engineer' },
          { name: 'Chiara Pattern', character: 'The pilot' },
        ];
        const body = { ...film, runtime: 113, release_date: '2026-01-30', genres: [27, 53], cast };
        control.failNext({ kind: 'body', body }, { ...always, route: 'GET /media/:mediaId' });
      },
    },
  },
  play: async () => {
    const netflix = await screen.findByRole('link', { name: 'Netflix' });
    await expect(netflix).toHaveAttribute('href', `#watch-${film.id}-at-8`);
    await expect(screen.getByText('Hulu')).toBeInTheDocument();
    await expect(screen.queryByRole('link', { name: 'Hulu' })).toBeNull();
  },
};

/** When the sheet closes, the focus returns to the card that opened it. */
export const FromCard: Story = {
  tags: ['engines'],
  args: { mediaId: null, item: null },
  play: async ({ canvas, userEvent }) => {
    const card = canvas.getByRole('button', { name: items[2]!.title });
    await userEvent.click(card);
    // The sheet fades in.
    await waitFor(() => expect(screen.getByRole('dialog', { name: items[2]!.title })).toBeVisible());
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    // The sheet closes with the next frame, when its picture returns to the card.
    await waitFor(() => expect(card).toHaveFocus());
  },
};

/** The name and the image from the card are shown immediately, and placeholders reserve the space of the rest. */
export const Loading: Story = { tags: ['screens'], parameters: { discovr: { setUp: neverRespond } } };

/** When the sheet is opened from a URL, only placeholders are shown until the details load. */
export const LoadingWithoutItem: Story = {
  parameters: { discovr: { setUp: neverRespond } },
  render: (args) => <TitleSheet {...args} item={undefined} />,
};

/** When the details fail to load, the user can still rate and save the title. */
export const DetailsFailed: Story = {
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 500 }, { ...always, route: 'GET /media/:mediaId' }),
    },
  },
};

/** When ratings and progress fail to load, the details are shown and the toggles are disabled. */
export const RatingsFailed: Story = {
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 500 }, { ...always, route: 'GET /profile/media/:mediaId' }),
    },
  },
};

/** Without a network, details and ratings fail to load. */
export const Offline: Story = {
  tags: ['screens'],
  parameters: { discovr: { isOffline: true } },
};

/** When a like cannot be saved, the button reverts and an error is shown. */
export const LikeFails: Story = {
  tags: ['screens'],
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 400 }, { ...always, route: 'POST /profile/liked' }),
    },
  },
  play: async ({ userEvent }) => {
    await waitFor(() => expect(screen.getByRole('button', { name: 'Like' })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: 'Like' }));
    // The sheet fades in, on a busy machine only after the response.
    await waitFor(() => expect(screen.getByText(/Couldn’t (save|update) your/)).toBeVisible());
    await expect(screen.getByRole('button', { name: 'Like' })).toHaveAttribute('aria-pressed', 'false');
  },
};

/** When a title no longer exists, the sheet says so. */
export const NotFound: Story = {
  render: (args) => <TitleSheet {...args} mediaId="MV_999999999" item={undefined} />,
};

/** When the user is signed out, the sheet asks them to sign in. */
export const SignedOut: Story = { parameters: { discovr: { session: 'signedOut' } } };

/** When no watch provider has the title, the sheet says so. */
export const NotAvailable: Story = {
  tags: ['screens'],
  parameters: {
    discovr: respondWith('GET /profile/media/:mediaId', { ...untouched, history: true, providers: [] }),
  },
};

/** A long name, a long synopsis and a large cast fit into the sheet. */
export const LongText: Story = {
  tags: ['engines'],
  parameters: {
    discovr: respondWith('GET /media/:mediaId', {
      ...film,
      title: 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb',
      overview: `${film.overview} `.repeat(5),
      runtime: 95,
      release_date: '1964-01-29',
      genres: [35, 10752, 878, 53, 18, 36],
      cast: Array.from({ length: 30 }, (_, index) => ({
        name: `An Actor with a Rather Long Name ${index + 1}`,
        character: 'Group Captain Lionel Mandrake, President Merkin Muffley',
      })),
    }),
  },
};

/** `renderPlay` replaces the play button with a control of the app. */
export const CustomPlayControl: Story = {
  args: {
    renderPlay: ({ mediaId, label }) => (
      <a className="discovr-Button" data-variant="main" href={`#play-${mediaId}`}>
        {label}
      </a>
    ),
  },
};

/** In Arabic the sheet runs right to left. */
export const RightToLeft: Story = {
  ...SeriesToResume,
  parameters: { discovr: { ...SeriesToResume.parameters?.['discovr'], locale: 'ar' } },
};

/** On a television, the arrow keys reach every control. */
export const Television: Story = {
  ...SeriesToResume,
  args: { ...SeriesToResume.args, className: 'tv' },
  globals: { viewport: { value: 'television' } },
  parameters: { ...SeriesToResume.parameters, scheme: 'dark' },
  play: async ({ userEvent }) => {
    await waitFor(() => expect(screen.getByRole('button', { name: 'Like' })).toBeEnabled());
    screen.getByRole('button', { name: /^Resume/ }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(screen.getByRole('button', { name: 'Like' })).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(screen.getByRole('button', { name: /^Resume/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
  },
};
