import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import cinema from '../src/themes/cinema.css?inline';
import paper from '../src/themes/paper.css?inline';
import shadcn from '../src/themes/shadcn.css?inline';
import { LookApp } from './support/looks/LookApp.js';
import neutral from './support/looks/shadcnNeutral.css?inline';

/** A whole app in each of the ready-made looks of `discovr-react/themes`. */
const meta = {
  title: 'Looks',
  component: LookApp,
  argTypes: { look: { control: false } },
  async play({ canvasElement }) {
    const ready = () => canvasElement.querySelectorAll('.discovr-Rail[data-state="ready"]').length;
    await waitFor(() => expect(ready()).toBeGreaterThan(0));
  },
} satisfies Meta<typeof LookApp>;

export default meta;

type Story = StoryObj<typeof meta>;

const openFilters: Story['play'] = async (context) => {
  await meta.play(context);
  await context.userEvent.click(context.canvas.getByRole('button', { name: /^Filters/ }));
  await waitFor(() => expect(context.canvas.getByRole('dialog', { name: 'Filters' })).toBeVisible());
};

const inShadcn = `${neutral}\n${shadcn}`;

/** In the colors of the stock neutral theme of shadcn/ui. */
export const Shadcn: Story = { args: { look: inShadcn }, parameters: { scheme: 'light' } };

/** The dark colors of the same theme, set by the class `dark`, with the filter dialog open. */
export const ShadcnDark: Story = {
  tags: ['screens'],
  args: { look: inShadcn, isDark: true },
  parameters: { scheme: 'light' },
  play: openFilters,
};

/** Dark in both color schemes, with a tall hero and large posters. */
export const Cinema: Story = { args: { look: cinema } };

/** Cinema with the filter dialog open. */
export const CinemaFilters: Story = { args: { look: cinema }, play: openFilters };

/** Serif headings, square corners and thin lines. */
export const Paper: Story = { args: { look: paper }, parameters: { scheme: 'light' } };

/** Paper in the dark scheme, with the filter dialog open. */
export const PaperDark: Story = { args: { look: paper }, parameters: { scheme: 'dark' }, play: openFilters };
