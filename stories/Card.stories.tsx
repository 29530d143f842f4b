import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { MediaCard } from '../src/index.js';
import { mediaItems } from '../test/support/pageItems.js';
import './support/page.css';

const [item, other] = mediaItems(2);

/** The poster of one film or series. */
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

/** With `href`, the card is a link. Its accessible name is the alternative text of the poster. */
export const Link: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('link', { name: args.item.title })).toHaveAttribute('href', '#title');
  },
};

/** With `onClick` and no `href`, the card is a button. */
export const Button: Story = {
  args: { href: undefined, onClick: fn() },
  play: async ({ canvas, args, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: args.item.title }));
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};

/** `renderLink` renders the link of a router with the props the card needs. */
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

/** Without `href`, `renderLink` and `onClick`, the card is not interactive. */
export const Plain: Story = { args: { href: undefined } };

/** With a caption, the title is visible below the poster, and screen readers still read it only once. */
export const WithCaption: Story = {
  args: { showCaption: true },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('link', { name: args.item.title })).toBeVisible();
  },
};

/** When a title has no poster, the card shows its name. */
export const NoPoster: Story = { args: { item: { ...item!, poster_path: null } } };

/** When the poster fails to load, the name of the title replaces it. */
export const BrokenPoster: Story = {
  args: { item: { ...item!, poster_path: 'data:image/png;base64,broken' } },
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByText(args.item.title)).toBeVisible();
  },
};

/** A long name fits into the card, in place of the poster and below it. */
export const LongTitle: Story = {
  tags: ['engines'],
  render: (args) => (
    <main className="cards">
      <MediaCard {...args} item={{ ...item!, title: LONG, poster_path: null }} />
      <MediaCard {...args} item={{ ...other!, title: LONG }} showCaption />
    </main>
  ),
};

const LONG = 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb';
