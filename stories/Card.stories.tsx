import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { MediaCard } from '../src/index.js';
import { mediaItems } from '../test/support/pageItems.js';
import './support/page.css';

const [item, other] = mediaItems(2);

/** One film or series by its poster. */
const meta = {
  title: 'Page/Card',
  component: MediaCard,
  args: { item: item!, href: '#title' },
  render: (args) => (
    <main className="cards">
      <MediaCard {...args} />
    </main>
  ),
} satisfies Meta<typeof MediaCard>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A link. Its name is the title, which the poster says. */
export const Link: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('link', { name: args.item.title })).toHaveAttribute('href', '#title');
  },
};

/** A button, where a press does something on this page. */
export const Button: Story = {
  args: { href: undefined, onClick: fn() },
  play: async ({ canvas, args, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: args.item.title }));
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};

/** The link of a router, which gets everything a card needs. */
export const RouterLink: Story = {
  args: {
    href: undefined,
    renderLink: (props) => (
      <a {...props} href="#router">
        {props.children}
      </a>
    ),
  },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('link', { name: args.item.title })).toHaveAttribute('href', '#router');
  },
};

/** Neither: it only shows. */
export const Plain: Story = { args: { href: undefined } };

/** With the title beneath, which is then read once. */
export const WithCaption: Story = {
  args: { hasCaption: true },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('link', { name: args.item.title })).toBeVisible();
  },
};

/** No poster: the title stands in its place. */
export const NoPoster: Story = { args: { item: { ...item!, poster_path: null } } };

/** A poster that does not load: the same. */
export const BrokenPoster: Story = {
  args: { item: { ...item!, poster_path: 'data:image/png;base64,broken' } },
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByText(args.item.title)).toBeVisible();
  },
};

/** A long title in the place of a poster, and another under one. */
export const LongTitle: Story = {
  tags: ['engines'],
  render: (args) => (
    <main className="cards">
      <MediaCard {...args} item={{ ...item!, title: LONG, poster_path: null }} />
      <MediaCard {...args} item={{ ...other!, title: LONG }} hasCaption />
    </main>
  ),
};

const LONG = 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb';
