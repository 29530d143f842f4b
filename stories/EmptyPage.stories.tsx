import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { EmptyPage } from '../src/index.js';
import { noneHelps, oneHelps, severalHelp } from '../test/support/emptyFilters.js';
import type { DiscovrParameters } from './support/storyDiscovr.js';

/** Replaces a page without titles and helps the user find out which filter to remove. */
const meta = {
  title: 'Page/Empty page',
  component: EmptyPage,
  args: { filters: severalHelp, onFiltersChange: fn() },
  render: (args) => (
    <main>
      <EmptyPage {...args} />
    </main>
  ),
} satisfies Meta<typeof EmptyPage>;

export default meta;

type Story = StoryObj<typeof meta>;

const discovr = (parameters: DiscovrParameters) => ({ discovr: parameters });
/** Returns the button that removes a filter that the search found. */
const suggestion = (canvas: Parameters<NonNullable<Story['play']>>[0]['canvas'], name: string | RegExp) =>
  within(canvas.getByRole('list', { name: 'This brings titles back:' })).getByRole('button', { name });

/** Explains that nothing matches, shows the active filters, and searches for the filter to remove. */
export const Filtered: Story = {};

/** The search leaves out one filter at a time. One click removes a filter that the search found. */
export const SeveralHelp: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const result = /Try without “Movies” or “(News and Talk|Talk and News)”\./;
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(result));
    await userEvent.click(suggestion(canvas, 'Remove “Movies” · 2 titles'));
    const { media_type: _, ...left } = severalHelp;
    const dropped = [{ kind: 'mediaType', id: 'movie', label: 'Movies' }];
    await expect(args.onFiltersChange).toHaveBeenCalledWith(left, {
      reason: 'chip',
      dropped,
      pageId: expect.stringMatching(/^page_/),
    });
  },
};

/** There is only one filter whose removal helps. */
export const OneHelps: Story = {
  tags: ['engines'],
  args: { filters: oneHelps },
  play: async ({ canvas }) => {
    await waitFor(() => expect(suggestion(canvas, /^Remove “At least 300 min” · /)).toBeVisible());
  },
};

/** When removing one filter is not enough, the user can clear all filters, or change several in the app's form. */
export const NoneHelps: Story = {
  args: { filters: noneHelps, onEditFilters: fn() },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Removing one filter isn’t enough.'));
    await expect(canvas.getByRole('button', { name: 'Clear all filters' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Edit filters' })).toBeVisible();
  },
};

/** During the search, the progress is shown, and what was found so far can be used. */
export const Searching: Story = {
  tags: ['screens'],
  parameters: discovr({ setUp: ({ control }) => control.setLatency(500) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Trying without .* \(3 of 5\)/, { selector: 'p' })).toBeVisible();
    await expect(suggestion(canvas, /^Remove “Movies”/)).toBeVisible();
  },
};

/** When the network is lost, "Try again" continues the search and keeps earlier results. */
export const Offline: Story = {
  tags: ['screens'],
  parameters: discovr({ setUp: ({ control }) => control.setOffline(true) }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** When one request fails, the search reports that filter as unchecked and still checks the others. */
export const OneCheckFailed: Story = {
  parameters: discovr({
    setUp: ({ control }) => control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages' }),
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Couldn’t check “Movies”.')).toBeVisible();
  },
};

/** With a single filter there is nothing to search for. */
export const OneFilter: Story = { args: { filters: { keywords: [4242] } } };

/** A page without filters can be empty, too. */
export const NoFilters: Story = { tags: ['screens'], args: { filters: {} } };

/** Many filters with long names fit into 320 px. */
export const LongNames: Story = {
  args: {
    filters: {
      ...severalHelp,
      genres: [10759, 10763, 10765, 10767, 10768],
      keywords: [910001, 910002, 910003, 910004],
      region: ['BA', 'CD', 'GS', 'VC'],
      with_watch_providers: ['8', '119', '531', '283'],
    },
  },
  render: (args) => (
    <main style={{ inlineSize: 320 }}>
      <EmptyPage {...args} />
    </main>
  ),
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(/./));
    await expect(canvasElement.querySelector('main')!.scrollWidth).toBeLessThanOrEqual(320);
  },
};

/** In Arabic the search runs right to left. */
export const RightToLeft: Story = {
  tags: ['screens'],
  parameters: { discovr: { locale: 'ar' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('تظهر عناوين بعد:')).toBeVisible();
  },
};

/** The search results in the dark color scheme. */
export const Dark: Story = { ...SeveralHelp, parameters: { scheme: 'dark' } };
