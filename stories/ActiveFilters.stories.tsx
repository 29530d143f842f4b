import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect } from 'storybook/test';
import { ActiveFilters, type ActiveFiltersProps, type FilterSpec } from '../src/index.js';
import { filledFilters } from './support/filledFilters.js';

/** Keeps the applied filters in state, as an app does. */
function Applied({ filters: initial, ...rest }: ActiveFiltersProps) {
  const [filters, setFilters] = useState<FilterSpec>(initial ?? {});
  return <ActiveFilters {...rest} filters={filters} onFiltersChange={setFilters} />;
}

/** Shows the active filters outside the form, for example above a page. Removing a chip takes effect immediately. */
const meta = {
  title: 'Filter form/Active filters',
  component: ActiveFilters,
  render: (args) => (
    <main>
      <Applied {...args} />
    </main>
  ),
  args: { filters: filledFilters },
} satisfies Meta<typeof ActiveFilters>;

export default meta;

type Story = StoryObj<typeof meta>;

/** After a chip is removed, the next chip takes the focus and screen readers announce the change. */
export const Several: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Drama' }));
    await expect(canvas.getByRole('button', { name: 'Remove Comedy' })).toHaveFocus();
    await expect(canvas.getByRole('status')).toHaveTextContent('Removed: Drama.');
  },
};

/** After "Clear all", a sentence replaces the chips and the focus moves to the list. */
export const Cleared: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Clear all' }));
    await expect(canvas.getByText('All movies and series')).toBeVisible();
    await expect(canvas.getByRole('list', { name: 'Active filters' })).toHaveFocus();
    await expect(canvas.getByRole('status')).toHaveTextContent('All filters cleared.');
  },
};

/** Without active filters, a sentence explains what the page contains. */
export const None: Story = { args: { filters: {} } };

/**
 * At 320 px, the width of the smallest phones, the chips share one row that scrolls. "Clear all" stays visible beside
 * it.
 */
export const Narrow: Story = {
  tags: ['not-television'],
  render: (args) => (
    <main style={{ inlineSize: 320 }}>
      <Applied {...args} />
    </main>
  ),
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('main')!.scrollWidth).toBeLessThanOrEqual(320);
    const chips = canvas.getAllByRole('button', { name: /^Remove / });
    await expect(new Set(chips.map((chip) => chip.getBoundingClientRect().top)).size).toBe(1);
    const clearAll = canvas.getByRole('button', { name: 'Clear all' }).getBoundingClientRect();
    await expect(clearAll.right).toBeLessThanOrEqual(canvasElement.getBoundingClientRect().left + 320);
    await expect(clearAll.height).toBeGreaterThanOrEqual(32);
  },
};

/** In Arabic the chips run right to left. */
export const ArabicRightToLeft: Story = { tags: ['screens'], parameters: { discovr: { locale: 'ar' } } };

/** The chips in the dark color scheme. */
export const Dark: Story = { parameters: { scheme: 'dark' } };
