import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { ActiveFilters, PageFilterForm, useFilterPresets, usePageFilterUrl } from '../src/index.js';
import { AddressBar } from './support/AddressBar.js';

/** An app whose applied filters live in the address, with chips, presets and the form around one value. */
function Browse() {
  const [reason, setReason] = useState('none yet');
  const { filters, source, setFilters } = usePageFilterUrl({
    onFiltersChange: (_filters, details) => setReason(details.reason),
  });
  const { presets, save, apply, remove } = useFilterPresets({ onFiltersChange: setFilters });
  const [name, setName] = useState('');
  return (
    <>
      <AddressBar>
        Filters from: {source}. Last change: {reason}.
      </AddressBar>
      <ActiveFilters filters={filters} onFiltersChange={setFilters} />
      <form
        aria-label="Presets"
        style={{ padding: '8px 20px', fontSize: 14 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save(name, filters);
          setName('');
        }}
      >
        {presets.map((preset) => (
          <span key={preset.name}>
            <button type="button" onClick={() => apply(preset.name)}>
              {preset.name}
            </button>
            <button type="button" aria-label={`Delete ${preset.name}`} onClick={() => remove(preset.name)}>
              ×
            </button>{' '}
          </span>
        ))}
        <input aria-label="Name of a preset" value={name} onChange={(event) => setName(event.target.value)} />
        <button type="submit">Save as preset</button>
      </form>
      <PageFilterForm filters={filters} onFiltersChange={setFilters} createsPage={false} />
    </>
  );
}

/** Applied filters in the query string: a link opens the same page elsewhere, Back and Forward move through them. */
const meta = {
  title: 'Filter form/In the address bar',
  component: Browse,
  render: () => (
    <main className="sheet">
      <Browse />
    </main>
  ),
  // The address belongs to the story, and is taken back when it is left.
  beforeEach({ parameters }) {
    const before = window.location.href;
    const search = String(parameters['search'] ?? '');
    window.history.pushState(null, '', search ? `${before}&${search}` : before);
    return () => {
      window.history.pushState(null, '', before);
      window.localStorage.clear();
    };
  },
} satisfies Meta<typeof Browse>;

export default meta;

type Story = StoryObj<typeof meta>;

/** What is applied is in the address; what is only chosen is not. */
export const Applied: Story = {
  play: async ({ canvas, userEvent }) => {
    const genres = within(await canvas.findByRole('group', { name: 'Genres' }));
    await userEvent.click(genres.getByRole('checkbox', { name: 'Comedy' }));
    await expect(window.location.search).not.toContain('f.genres');
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    await waitFor(() => expect(window.location.search).toContain('f=1&f.genres=35'));
    await expect(canvas.getByText(/Last change: apply/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    await expect(await canvas.findByText(/Last change: navigation/)).toBeVisible();
    await expect(genres.getByRole('checkbox', { name: 'Comedy' })).not.toBeChecked();
  },
};

/** A link with filters: form and chips begin with them. */
export const FromALink: Story = {
  tags: ['engines'],
  parameters: { search: 'f=1&f.genres=35&f.runtime=..90' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Filters from: url/)).toBeVisible();
    await expect(canvas.getByLabelText('At most')).toHaveValue(90);
  },
};

/** A link that was cut off or made by hand: what can be read is in force, the rest is ignored. */
export const BrokenLink: Story = {
  parameters: { search: 'f=1&f.genres=35.comedy&f.runtime=soon&f.type=film' },
  play: async ({ canvas }) => {
    const list = within(await canvas.findByRole('region', { name: 'Active filters' }));
    await expect(list.getAllByRole('listitem')).toHaveLength(1);
  },
};

/** Filters kept under a name, and applied again with one press. */
export const Presets: Story = {
  parameters: { search: 'f=1&f.genres=35' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Name of a preset'), 'Laugh{Enter}');
    const chips = within(canvas.getByRole('region', { name: 'Active filters' }));
    await userEvent.click(chips.getByRole('button', { name: 'Remove Comedy' }));
    await expect(canvas.getByText(/Last change: chip/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Laugh' }));
    await expect(chips.getByRole('button', { name: 'Remove Comedy' })).toBeVisible();
    await expect(canvas.getByText(/Last change: preset/)).toBeVisible();
  },
};
