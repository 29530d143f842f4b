import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect } from 'storybook/test';
import { ActiveFilters, type ActiveFiltersProps, type FilterSpec } from '../src/index.js';
import { filledFilters } from './support/filledFilters.js';

/** Keeps the applied filters, as an app does. */
function Applied({ filters: initial, ...rest }: ActiveFiltersProps) {
  const [filters, setFilters] = useState<FilterSpec>(initial ?? {});
  return <ActiveFilters {...rest} filters={filters} onFiltersChange={setFilters} />;
}

/** What is in force, outside the form: above a page for instance. Each chip that goes applies at once. */
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

/** Several filters: a chip that is removed hands the focus to the next, and is read out. */
export const Several: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Drama' }));
    await expect(canvas.getByRole('button', { name: 'Remove Comedy' })).toHaveFocus();
    await expect(canvas.getByRole('status')).toHaveTextContent('Removed: Drama.');
  },
};

/** All at once: what is left says so, and the focus stays at the place. */
export const Cleared: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Clear all' }));
    await expect(canvas.getByText('Everything, picked for you')).toBeVisible();
    await expect(canvas.getByRole('list', { name: 'Active filters' })).toHaveFocus();
    await expect(canvas.getByRole('status')).toHaveTextContent('All filters cleared.');
  },
};

/** No filter in force. */
export const None: Story = { args: { filters: {} } };

/** As narrow as the smallest phone. */
export const Narrow: Story = {
  render: (args) => (
    <main style={{ inlineSize: 320 }}>
      <Applied {...args} />
    </main>
  ),
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('main')!.scrollWidth).toBeLessThanOrEqual(320);
  },
};

/** Arabic, from right to left. */
export const ArabicRightToLeft: Story = { parameters: { discovr: { locale: 'ar' } } };

/** The dark colours. */
export const Dark: Story = { parameters: { scheme: 'dark' } };
