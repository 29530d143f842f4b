import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { Hero, type HeroProps, Rail, RailGroup } from '../src/index.js';
import { heroItems, mediaItems } from '../test/support/pageItems.js';
import { Localized } from './support/Localized.js';
import './support/page.css';

const items = heroItems(10);

const renderActions: HeroProps['renderActions'] = () => (
  <>
    <button type="button" className="discovr-Button" data-variant="main" data-icon="play">
      <Localized text="play" />
    </button>
    <button type="button" className="discovr-Button">
      <Localized text="details" />
    </button>
  </>
);

/** The featured titles at the top of a page. */
const meta = {
  title: 'Page/Hero',
  component: Hero,
  args: {
    items,
    renderActions,
  },
  render: (args) => (
    <main>
      <Hero {...args} />
    </main>
  ),
} satisfies Meta<typeof Hero>;

export default meta;

type Story = StoryObj<typeof meta>;

/** By default, slides change only when the user changes them. */
export const TenTitles: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('group', { name: `1 of 10: ${items[0]!.title}` })).toBeVisible();
    // A narrow hero has dots in place of arrows.
    const press = (arrow: string, dot: RegExp) =>
      userEvent.click(canvas.queryByRole('button', { name: arrow }) ?? canvas.getByRole('button', { name: dot }));
    await press('Next title', /^2 of 10/);
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(`2 of 10: ${items[1]!.title}`));
    await waitFor(() => expect(canvas.getByRole('group', { name: `2 of 10: ${items[1]!.title}` })).toBeVisible());
    await press('Previous title', /^1 of 10/);
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(`1 of 10: ${items[0]!.title}`));
  },
};

/** With `href`, which a server component can pass, each title has a link to the app's page about it. */
export const LinkToTitle: Story = {
  render: (args) => (
    <main>
      <Hero items={args.items} href="#{id}" />
    </main>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('link', { name: 'Details' })[0]).toHaveAttribute('href', `#${items[0]!.id}`);
  },
};

/** When the app adds no buttons, the slides take the focus and the arrow keys move between them. */
export const WithoutActions: Story = {
  render: (args) => (
    <main>
      <Hero items={args.items} />
    </main>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(canvas.getByRole('group', { name: /^2 of 10/ })).toBeVisible());
  },
};

/** The left and right keys of a remote move through the buttons of a slide and then to the next slide. */
export const RemoteControl: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    canvas.getAllByRole('button', { name: 'Details' })[0]!.focus();
    await userEvent.keyboard('{ArrowRight}');
    const shown = canvas.getByRole('group', { name: `2 of 10: ${items[1]!.title}` });
    await expect(shown).toContainElement(document.activeElement as HTMLElement);
  },
};

/** With `autoPlayMs`, slides change automatically until the user stops them. They pause on hover and focus. */
export const AutoPlay: Story = { args: { autoPlayMs: 6_000 } };

/** A logo image replaces the text of a title. */
export const TitleLogos: Story = {
  tags: ['screens'],
  args: {
    items: items.map((item) => ({
      ...item,
      logo_path: `data:image/svg+xml,${encodeURIComponent(
        `<svg xmlns="http://www.w3.org/2000/svg" width="493" height="96" viewBox="2 56 493 96"><text x="0" y="130" textLength="500" lengthAdjust="spacingAndGlyphs" font-family="Georgia,serif" font-size="96" font-weight="700" fill="#fff">${item.title.replaceAll(/[<&]/g, '')}</text></svg>`,
      )}`,
    })),
  },
};

/** While the hero loads, a placeholder reserves its space. */
export const Loading: Story = { args: { items: [], isLoading: true } };

/** With a single title, there are no controls to change slides. */
export const OneTitle: Story = { args: { items: items.slice(0, 1) } };

/** Titles without images stay readable. */
export const NoImages: Story = {
  args: { items: items.map((item) => ({ ...item, backdrop_path: null, poster_path: null })) },
};

/** A long title and a long synopsis fit into the slide. */
export const LongText: Story = {
  args: {
    items: items.map((item) => ({
      ...item,
      title: 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb',
      overview: `${item.overview} `.repeat(6),
    })),
  },
};

/** When the text needs more space than a narrow slide has, the slide grows. */
export const LongTextNarrow: Story = {
  tags: ['engines'],
  args: {
    items: items.map((item) => ({
      ...item,
      title:
        'Night of the Day of the Dawn of the Son of the Bride of the Return of the Revenge of the Terror of the Attack of the Evil, Mutant, Hellbound, Flesh-Eating Subhumanoid Zombified Living Dead',
    })),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 390 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    const slide = canvasElement.querySelector('[data-shown]')!.getBoundingClientRect();
    const text = canvasElement.querySelector('[data-shown] .discovr-Hero-text')!.getBoundingClientRect();
    await expect(text.top).toBeGreaterThanOrEqual(slide.top);
    await expect(text.bottom).toBeLessThanOrEqual(slide.bottom + 1);
  },
};

/** In Arabic the slides move right to left. */
export const RightToLeft: Story = {
  tags: ['screens', 'not-television'],
  parameters: { discovr: { locale: 'ar' } },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const dot = canvasElement.querySelectorAll('.discovr-Hero-dot')[1]!;
    await userEvent.click(canvas.queryByRole('button', { name: 'العنوان التالي' }) ?? dot);
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(items[1]!.title));
    const shown = canvas.getAllByRole('group')[1]!;
    const { left } = shown.parentElement!.getBoundingClientRect();
    await waitFor(() => expect(shown.getBoundingClientRect().left).toBeCloseTo(left, 0));
  },
};

/** On a television, the down key moves from the hero to the rails. */
export const Television: Story = {
  globals: { viewport: { value: 'television' } },
  parameters: { scheme: 'dark' },
  render: (args) => (
    <RailGroup className="tv">
      <main>
        <Hero {...args} />
        <Rail title="New releases" type="media" items={mediaItems(12)} href={({ id }) => `#${id}`} />
        <Rail title="Top 10 movies" type="top_n" items={mediaItems(10, 12)} href={({ id }) => `#${id}`} />
      </main>
    </RailGroup>
  ),
  play: async ({ canvas, userEvent }) => {
    canvas.getAllByRole('button', { name: 'Play' })[0]!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await expect(canvas.getByRole('link', { name: mediaItems(2)[1]!.title })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect(canvas.getAllByRole('button', { name: 'Play' })[0]).toHaveFocus();
  },
};
