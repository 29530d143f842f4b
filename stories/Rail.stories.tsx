import { useState } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { DiscovrError, Rail, RailGroup, type RowItem } from '../src/index.js';
import { mediaItems, navigationItems, providerItems } from '../test/support/pageItems.js';
import './support/page.css';

const titles = mediaItems(12);

/** Shows a row of a page and scrolls sideways. */
const meta = {
  title: 'Page/Rail',
  component: Rail,
  args: { title: 'New releases', type: 'media', items: titles, href: ({ id }) => `#${id}` },
  render: (args) => (
    <main className="rails">
      <Rail {...args} />
    </main>
  ),
} satisfies Meta<typeof Rail>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The rail is one tab stop, and the arrow keys move between its posters. */
export const Posters: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('link', { name: titles[0]!.title })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    await expect(canvas.getByRole('link', { name: titles[1]!.title })).toHaveFocus();
    await userEvent.keyboard('{End}');
    const last = canvas.getByRole('link', { name: titles.at(-1)!.title });
    await expect(last).toHaveFocus();
    // Old engines scroll by whole pixels.
    await waitFor(() => expect(last.getBoundingClientRect().right).toBeLessThan(innerWidth + 1));
  },
};

/** With `href`, a string with a placeholder for the media id, each title is a link. A server component can pass it. */
export const LinkTemplate: Story = {
  render: ({ title, type, items }) => (
    <main className="rails">
      <Rail title={title} type={type} items={items} href="#{id}" />
    </main>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: titles[0]!.title })).toHaveAttribute('href', `#${titles[0]!.id}`);
  },
};

/** A top 10 shows a large number behind the start edge of each poster. */
export const Ranking: Story = {
  args: { title: 'Top 10 movies', type: 'top_n', items: mediaItems(10, 12) },
};

/** Each item of a rail of destinations opens a page. Each has a color of its own, the same on each visit. */
export const Navigation: Story = {
  args: { title: 'Genres', type: 'navigation', items: navigationItems },
};

/** A destination with the image of a title shows it behind its name. */
export const NavigationWithImages: Story = {
  tags: ['screens'],
  args: {
    title: 'Genres',
    type: 'navigation',
    items: navigationItems.map((item, index) => ({ ...item, backdrop_path: titles[index]!.backdrop_path })),
  },
};

/** Watch providers are shown by their logos. */
export const Providers: Story = {
  args: { title: 'Streaming services', type: 'provider', items: providerItems },
};

/** A watch provider without a logo shows its first letter, in its brand color if known. */
export const ProvidersWithoutLogos: Story = {
  args: {
    title: 'Streaming services',
    type: 'provider',
    items: [
      ...providerItems.map((item) => ({ ...item, logo_path: null })),
      { type: 'provider', id: '9999', title: 'Kino am Eck', logo_path: null },
    ],
  },
};

/** With `showCaptions`, titles are visible below the posters. */
export const Captions: Story = { args: { showCaptions: true } };

/** Before anything has loaded, placeholders reserve the space of the title and the items. */
export const Loading: Story = { args: { title: undefined, items: [], isLoading: true } };

/** With captions, the placeholders also reserve the space of the captions. */
export const LoadingCaptions: Story = { args: { items: [], isLoading: true, showCaptions: true } };

/** The placeholders of a ranking leave room for its numbers. */
export const LoadingRanking: Story = { args: { type: 'top_n', items: [], isLoading: true } };

/** The placeholders of destinations have the shape of tiles. */
export const LoadingTiles: Story = { args: { type: 'navigation', items: [], isLoading: true } };

/** Of five hundred titles, only the titles near the visible part are in the document. */
export const Long: Story = {
  tags: ['engines'],
  args: { title: 'Everything', items: mediaItems(500) },
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(canvas.getByRole('link', { name: args.items.at(-1)!.title })).toHaveFocus());
    await expect(canvasElement.querySelectorAll('.discovr-Poster').length).toBeLessThan(50);
  },
};

/** When the user comes near the end, the app adds the next ten items. */
export const Paging: Story = {
  args: { items: mediaItems(10), hasMore: true, onEndReached: fn() },
  render: function Growing(args) {
    const [items, setItems] = useState<readonly RowItem[]>(args.items);
    return (
      <main className="rails">
        <Rail
          {...args}
          items={items}
          hasMore={items.length < 50}
          onEndReached={() => {
            args.onEndReached?.();
            setItems([...items, ...mediaItems(10, items.length)]);
          }}
        />
      </main>
    );
  },
};

/** When the next batch fails to load, the arrow keys reach a button to try again. */
export const Failed: Story = {
  args: {
    items: titles.slice(0, 4),
    hasMore: true,
    error: new DiscovrError('NETWORK_ERROR', 'offline'),
    onRetry: fn(),
  },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await expect(canvas.getByRole('button', { name: 'Try again' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onRetry).toHaveBeenCalledOnce();
    await expect(canvas.getByRole('link', { name: titles[3]!.title })).toHaveFocus();
  },
};

/** After three batches without a new item, the arrow keys reach a button to load more. */
export const Stalled: Story = {
  args: { items: titles.slice(0, 4), isStalled: true, onEndReached: fn() },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await expect(canvas.getByRole('button', { name: 'Load more' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onEndReached).toHaveBeenCalledOnce();
    await expect(canvas.getByRole('link', { name: titles[3]!.title })).toHaveFocus();
  },
};

/** When the first batch fails to load, an error replaces the items. */
export const FirstBatchFailed: Story = {
  args: { items: [], hasMore: true, error: new DiscovrError('SERVER_ERROR', 'down'), onRetry: fn() },
};

/** A rail with a single item keeps its layout. */
export const OneItem: Story = { args: { items: titles.slice(0, 1) } };

/** Titles without posters show their names. */
export const NoPosters: Story = { args: { items: titles.map((item) => ({ ...item, poster_path: null })) } };

/** In Arabic the rail and the arrow keys run right to left. */
export const RightToLeft: Story = {
  tags: ['engines'],
  args: { title: 'إصدارات جديدة' },
  parameters: { discovr: { locale: 'ar' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(canvas.getByRole('link', { name: titles[1]!.title })).toHaveFocus();
  },
};

/** The up and down keys move between rails. In each rail, the focus returns to the item that had it before. */
export const Several: Story = {
  tags: ['engines'],
  render: (args) => (
    <RailGroup className="rails">
      <main>
        <Rail {...args} />
        <Rail {...args} title="Top 10 movies" type="top_n" items={mediaItems(10, 12)} />
        <Rail {...args} title="Genres" type="navigation" items={navigationItems} />
        <Rail {...args} title="Streaming services" type="provider" items={providerItems} />
        <Rail {...args} title="Drama" items={mediaItems(12, 30)} />
      </main>
    </RailGroup>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}{ArrowDown}{ArrowRight}');
    await expect(canvas.getByRole('link', { name: 'Drama' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect(canvas.getByRole('link', { name: titles[2]!.title })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect(canvas.getByRole('link', { name: 'Drama' })).toHaveFocus();
  },
};

/** On a television, posters are fewer and larger, and the focused card grows. */
export const Television: Story = {
  ...Several,
  parameters: { scheme: 'dark' },
  decorators: [
    (Story) => (
      <div className="tv">
        <Story />
      </div>
    ),
  ],
};
