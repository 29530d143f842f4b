import { useState } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { DiscovrError, Rail, RailGroup, type RowItem } from '../src/index.js';
import { mediaItems, navigationItems, providerItems } from '../test/support/pageItems.js';
import './support/page.css';

const titles = mediaItems(12);

/** A row of a page that scrolls sideways. */
const meta = {
  title: 'Page/Rail',
  component: Rail,
  args: { title: 'New releases', type: 'media', items: titles, hrefOf: ({ id }) => `#${id}` },
  render: (args) => (
    <main className="rails">
      <Rail {...args} />
    </main>
  ),
} satisfies Meta<typeof Rail>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Posters. One stop of the Tab key; the arrow keys move within. */
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
    await waitFor(() => expect(last.getBoundingClientRect().right).toBeLessThanOrEqual(innerWidth));
  },
};

/** The ten best: large numbers behind the start edge of each poster. */
export const Ranking: Story = {
  args: { title: 'Top 10 movies', type: 'top_n', items: mediaItems(10, 12) },
};

/** Destinations. */
export const Navigation: Story = {
  args: { title: 'Genres', type: 'navigation', items: navigationItems },
};

/** Streaming services, by their logos. */
export const Providers: Story = {
  args: { title: 'Streaming services', type: 'provider', items: providerItems },
};

/** Services without logos: the first letter, in the brand's colour where it is known. */
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

/** Titles under the posters. */
export const Captions: Story = { args: { hasCaptions: true } };

/** Nothing is known yet, not even the title: places of the size of what comes. */
export const Loading: Story = { args: { title: undefined, items: [], isLoading: true } };

/** The same with captions. */
export const LoadingCaptions: Story = { args: { items: [], isLoading: true, hasCaptions: true } };

/** A ranking to come. */
export const LoadingRanking: Story = { args: { type: 'top_n', items: [], isLoading: true } };

/** Tiles to come. */
export const LoadingTiles: Story = { args: { type: 'navigation', items: [], isLoading: true } };

/** Five hundred titles: only those near what is seen are in the document. */
export const Long: Story = {
  tags: ['engines'],
  args: { title: 'Everything', items: mediaItems(500) },
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(canvas.getByRole('link', { name: args.items.at(-1)!.title })).toHaveFocus());
    await expect(canvasElement.querySelectorAll('li').length).toBeLessThan(50);
  },
};

/** More come when the end is near, ten at a time. */
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

/** The next ones did not come. The arrow keys lead to the button that asks again. */
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

/** Nothing new came three times in a row. The arrow keys lead to the button that asks for more. */
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

/** Nothing came at all. */
export const FailedAtOnce: Story = {
  args: { items: [], hasMore: true, error: new DiscovrError('SERVER_ERROR', 'down'), onRetry: fn() },
};

/** One title only. */
export const One: Story = { args: { items: titles.slice(0, 1) } };

/** No posters. */
export const NoPosters: Story = { args: { items: titles.map((item) => ({ ...item, poster_path: null })) } };

/** From right to left, arrow keys too. */
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

/** Rails of a page: the arrows up and down lead from one to the next, each is entered where it was left. */
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

/** On a television: larger, fewer, and the focused card grows. */
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
