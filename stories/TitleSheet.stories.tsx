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

/** A page with the sheet over it. */
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

/** All about one title. */
const meta = {
  title: 'Page/Title sheet',
  component: TitleSheet,
  args: { mediaId: film.id, item: film, onPlay: () => undefined, onClose: () => undefined },
  render: ({ mediaId: _mediaId, ...args }) => <Browse {...args} />,
} satisfies Meta<typeof TitleSheet>;

export default meta;

type Story = StoryObj<typeof meta>;

const always = { times: Number.MAX_SAFE_INTEGER };

/** Answers later than anybody looks at the story. */
const neverAnswers = ({ control }: TestDiscovr) => control.setLatency(2 ** 30);

/** Discovr answers a question with this body. */
const answering = (route: `GET /${string}`, body: object) => ({
  setUp: ({ control }: TestDiscovr) => control.failNext({ kind: 'body', body }, { ...always, route }),
});

const untouched = { liked: false, disliked: false, super_liked: false, watchlist: false, history: false };
const begun = {
  ...untouched,
  watchlist: true,
  history: true,
  playback: { resumable: true, progress: 43, season: 2, episode: 3 },
  providers: providerItems.slice(0, 4),
};

/** A film that was not begun. */
export const Film: Story = {
  tags: ['engines'],
  play: async ({ userEvent }) => {
    await waitFor(() => expect(screen.getByRole('button', { name: 'Like' })).toBeEnabled(), { timeout: 5000 });
    await userEvent.click(screen.getByRole('button', { name: 'Like' }));
    await expect(await screen.findByText(`Liked: ${film.title}`)).toBeInTheDocument();
    await expect(screen.getByRole('button', { name: 'Like' })).toHaveAttribute('aria-pressed', 'true');
  },
};

/** A series in the middle of an episode, on the watchlist. */
export const SeriesToResume: Story = {
  args: { mediaId: series.id, item: series },
  parameters: { discovr: answering('GET /profile/media/:mediaId', begun) },
};

/** Opened from a card, to which the focus returns. */
export const FromACard: Story = {
  tags: ['engines'],
  args: { mediaId: null, item: null },
  play: async ({ canvas, userEvent }) => {
    const card = canvas.getByRole('button', { name: items[2]!.title });
    await userEvent.click(card);
    // It fades in.
    await waitFor(() => expect(screen.getByRole('dialog', { name: items[2]!.title })).toBeVisible());
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await expect(card).toHaveFocus();
  },
};

/** Name and picture of the card are there; the places of the rest are kept. */
export const Loading: Story = { parameters: { discovr: { setUp: neverAnswers } } };

/** Opened by an address: nothing is known yet. */
export const LoadingWithoutItem: Story = {
  parameters: { discovr: { setUp: neverAnswers } },
  render: (args) => <TitleSheet {...args} item={undefined} />,
};

/** The facts did not come; what the title is to the profile did. */
export const FactsFailed: Story = {
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 500 }, { ...always, route: 'GET /media/:mediaId' }),
    },
  },
};

/** The other way round: there is nothing to press but the button that asks again. */
export const OpinionFailed: Story = {
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 500 }, { ...always, route: 'GET /profile/media/:mediaId' }),
    },
  },
};

/** No network. */
export const Offline: Story = {
  parameters: { discovr: { setUp: ({ control }: TestDiscovr) => control.setOffline(true) } },
};

/** A like that fails is taken back, and says so. */
export const LikeFails: Story = {
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 400 }, { ...always, route: 'POST /profile/liked' }),
    },
  },
  play: async ({ userEvent }) => {
    await waitFor(() => expect(screen.getByRole('button', { name: 'Like' })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: 'Like' }));
    await expect(await screen.findByText(/Couldn’t save your change/)).toBeVisible();
    await expect(screen.getByRole('button', { name: 'Like' })).toHaveAttribute('aria-pressed', 'false');
  },
};

/** A title that is gone. */
export const NotFound: Story = {
  render: (args) => <TitleSheet {...args} mediaId="MV_999999999" item={undefined} />,
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { discovr: { session: 'signedOut' } } };

/** No service has it. */
export const Nowhere: Story = {
  parameters: {
    discovr: answering('GET /profile/media/:mediaId', { ...untouched, history: true, providers: [] }),
  },
};

/** A long name, a long synopsis, a large cast. */
export const LongWords: Story = {
  tags: ['engines'],
  parameters: {
    discovr: answering('GET /media/:mediaId', {
      ...film,
      title: 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb',
      overview: `${film.overview} `.repeat(5),
      runtime: 95,
      release_date: '1964-01-29',
      genres: [35, 10752, 878, 53, 18, 36],
      cast: Array.from({ length: 30 }, (_, index) => ({
        name: `A Player of a Rather Long Name ${index + 1}`,
        character: 'Group Captain Lionel Mandrake, President Merkin Muffley',
      })),
    }),
  },
};

/** A control of the app in the place of the button. */
export const OwnControl: Story = {
  args: {
    renderPlay: ({ mediaId, label }) => (
      <a className="discovr-Button" data-variant="main" href={`#play-${mediaId}`}>
        {label}
      </a>
    ),
  },
};

/** From right to left. */
export const RightToLeft: Story = {
  ...SeriesToResume,
  parameters: { discovr: { ...SeriesToResume.parameters?.['discovr'], locale: 'ar' } },
};

/** On a television, by the arrow keys alone. */
export const Television: Story = {
  ...SeriesToResume,
  args: { ...SeriesToResume.args, className: 'tv' },
  parameters: { ...SeriesToResume.parameters, scheme: 'dark' },
  play: async ({ userEvent }) => {
    await waitFor(() => expect(screen.getByRole('button', { name: 'Like' })).toBeEnabled());
    screen.getByRole('button', { name: 'Close' }).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect(screen.getByRole('button', { name: 'Like' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect(screen.getByRole('button', { name: /^Resume/ })).toHaveFocus();
  },
};
