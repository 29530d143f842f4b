import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, screen, waitFor } from 'storybook/test';
import { Rail, TitlePreview, useTitlePreview, type MediaItem, type TitlePreviewProps } from '../src/index.js';
import type { TestDiscovr } from '../src/testing/createTestDiscovr.js';
import { openPreview } from '../test/support/openPreview.js';
import { heroItems, mediaItems } from '../test/support/pageItems.js';
import './support/page.css';

const series = heroItems(30).find(({ media_type }) => media_type === 'tv')!;
const others = mediaItems(12).filter(({ id }) => id !== series.id);

/** Shows a rail, and the preview of the card under the mouse. */
function Browse({ first, ...props }: Partial<TitlePreviewProps> & { first: MediaItem }) {
  const controller = useTitlePreview();
  return (
    <main style={{ paddingBlockStart: 80 }}>
      <Rail
        title="New releases"
        type="media"
        items={[others[0]!, first, ...others.slice(1)]}
        href="#{id}"
        onItemIntent={controller.onItemIntent}
      />
      <TitlePreview href="#{id}" {...props} controller={controller} />
    </main>
  );
}

/** Shows facts, play and watchlist over the card on which the mouse rests. */
const meta = {
  title: 'Page/Title preview',
  component: TitlePreview,
  args: { controller: openPreview(), onPlay: () => undefined },
  argTypes: { controller: { control: false } },
  render: ({ controller: _controller, ...args }) => <Browse {...args} first={series} />,
  play: async ({ userEvent }) => {
    const card = screen.getAllByRole('link')[1]!;
    await userEvent.hover(card);
    // The page scrolls when the story before this one was longer. After a scroll, a preview opens only once the mouse
    // moves.
    const panel = await waitFor(() => {
      void fireEvent.pointerMove(card, { pointerType: 'mouse', movementX: 1 });
      return screen.getByRole('group');
    });
    await waitFor(() => expect(panel.querySelector('[aria-pressed]')).toBeEnabled());
  },
} satisfies Meta<typeof TitlePreview>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A series that the profile has not watched. */
export const Open: Story = {};

/** A series on the watchlist, with an episode in progress. */
export const SavedAndInProgress: Story = {
  tags: ['screens'],
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext(
          {
            kind: 'body',
            body: {
              liked: false,
              disliked: false,
              super_liked: false,
              watchlist: true,
              history: true,
              playback: { resumable: true, progress: 43, season: 2, episode: 3 },
            },
          },
          { times: Number.MAX_SAFE_INTEGER, route: 'GET /profile/media/:mediaId' },
        ),
    },
  },
};

/** A clip of the app over the picture. The user can prefer reduced motion; then there is none. */
export const Clip: Story = {
  args: {
    renderPreview: ({ title }) => (
      <svg viewBox="0 0 380 214" role="img" aria-label={`Clip of ${title}`}>
        <rect width="380" height="214" fill="#2b1d52" />
        <circle cx="190" cy="107" r="60" fill="#8a63ff" />
      </svg>
    ),
  },
};

/** Without pictures, the panel keeps its shape. */
export const WithoutPicture: Story = {
  render: ({ controller: _controller, ...args }) => (
    <Browse {...args} first={{ ...series, backdrop_path: null, poster_path: null }} />
  ),
};
