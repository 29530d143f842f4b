import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { EmptyPage } from '../src/index.js';
import { noneHelps, oneHelps, severalHelp } from '../test/support/emptyFilters.js';
import type { DiscovrParameters } from './support/storyDiscovr.js';

/** Stands where a page has no titles, and helps out of it. */
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
const find = 'Find out which filter to remove';

/** Says that nothing matches, and shows what is in force. Nothing is asked for yet. */
export const Filtered: Story = {};

/** On request each filter is left out in turn. The ones that help can be dropped at one press. */
export const SeveralHelp: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: find }));
    const news = /Remove “Movies” or “(News, Talk|Talk, News)” to see titles\./;
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(news));
    const movies = canvas.getByRole('button', { name: 'Remove “Movies”' });
    await expect(movies).toHaveFocus();
    await userEvent.click(movies);
    const { media_type: _, ...left } = severalHelp;
    const dropped = [{ kind: 'mediaType', id: 'movie', label: 'Movies' }];
    await expect(args.onFiltersChange).toHaveBeenCalledWith(left, {
      reason: 'chip',
      dropped,
      pageId: expect.stringMatching(/^page_/),
    });
  },
};

/** One filter stands in the way. */
export const OneHelps: Story = {
  tags: ['engines'],
  args: { filters: oneHelps },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: find }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Remove “At least 300 min”' })).toHaveFocus());
  },
};

/** No single filter does: then all can go. */
export const NoneHelps: Story = {
  args: { filters: noneHelps },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: find }));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Removing one filter isn’t enough.'));
    await expect(canvas.getByRole('button', { name: 'Clear all filters' })).toHaveFocus();
  },
};

/** While it looks, it says how far it is, and can be stopped. What was found stays. */
export const Looking: Story = {
  parameters: discovr({ setUp: ({ control }) => control.setLatency(500) }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: find }));
    await expect(
      await canvas.findByText(/Trying without .* \(3 of 5\)/, { selector: 'p' }, { timeout: 9_000 }),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  },
};

/** The connection is gone: what was found stays, and it goes on from there. */
export const Offline: Story = {
  parameters: discovr({ setUp: ({ control }) => control.setOffline(true) }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: find }));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Try again' })).toHaveFocus(), { timeout: 6_000 });
  },
};

/** Discovr refuses one of the requests: that filter is not known, the others are. */
export const OneNotKnown: Story = {
  parameters: discovr({
    setUp: ({ control }) => control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages' }),
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: find }));
    await expect(await canvas.findByText('Couldn’t check “Movies”.')).toBeVisible();
  },
};

/** One filter only: there is nothing to find out. */
export const OneFilter: Story = { args: { filters: { keywords: [4242] } } };

/** Empty without any filter. */
export const NoFilters: Story = { args: { filters: {} } };

/** Many filters with long names. */
export const LongWords: Story = {
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
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: find }));
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Cancel' })).toBeNull());
    await expect(canvasElement.querySelector('main')!.scrollWidth).toBeLessThanOrEqual(320);
  },
};

/** Arabic, from right to left. */
export const RightToLeft: Story = {
  parameters: { discovr: { locale: 'ar' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'معرفة عامل التصفية الذي تجب إزالته' }));
    await expect(await canvas.findByText('ما يمكن إزالته لعرض عناوين')).toBeVisible();
  },
};

/** The dark colours. */
export const Dark: Story = { ...SeveralHelp, parameters: { scheme: 'dark' } };
