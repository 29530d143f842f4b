import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { ActiveFilters, PageFilterForm, useFilterPresets, usePageFilterUrl } from '../src/index.js';
import { AddressBar } from './support/AddressBar.js';

/** An app that keeps its applied filters in the URL and passes them to the chips, the presets and the form. */
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
        <input aria-label="Preset name" value={name} onChange={(event) => setName(event.target.value)} />
        <button type="submit">Save as preset</button>
      </form>
      <PageFilterForm filters={filters} onFiltersChange={setFilters} createsPage={false} />
    </>
  );
}

/** The URL contains the applied filters, so that links, Back and Forward restore them. */
const meta = {
  title: 'Filter form/In the URL',
  component: Browse,
  render: () => (
    <main className="sheet">
      <Browse />
    </main>
  ),
  // Restores the URL after the story.
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

/** Applied filters appear in the URL. The draft does not. */
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

/** When a link contains filters, the form and the chips start with them. */
export const FromLink: Story = {
  tags: ['engines'],
  parameters: { search: 'f=1&f.genres=35&f.runtime=..90' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Filters from: url/)).toBeVisible();
    await expect(canvas.getByLabelText('At most, minutes')).toHaveValue(90);
  },
};

/** When a link is truncated or edited by hand, its valid filters are applied and the rest is ignored. */
export const BrokenLink: Story = {
  parameters: { search: 'f=1&f.genres=35.comedy&f.runtime=soon&f.type=film' },
  play: async ({ canvas }) => {
    const list = within(await canvas.findByRole('region', { name: 'Active filters' }));
    await expect(list.getAllByRole('listitem')).toHaveLength(1);
  },
};

/** A preset saves filters under a name and applies them with one click. */
export const Presets: Story = {
  parameters: { search: 'f=1&f.genres=35' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Preset name'), 'Laugh{Enter}');
    const chips = within(canvas.getByRole('region', { name: 'Active filters' }));
    await userEvent.click(chips.getByRole('button', { name: 'Remove Comedy' }));
    await expect(canvas.getByText(/Last change: chip/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Laugh' }));
    await expect(chips.getByRole('button', { name: 'Remove Comedy' })).toBeVisible();
    await expect(canvas.getByText(/Last change: preset/)).toBeVisible();
  },
};
