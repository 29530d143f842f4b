import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { PageFilterDialog, PageFilterForm } from '../src/index.js';
import { filledFilters } from './support/filledFilters.js';

/** The form behind a button: a sheet at the side of wide screens, over the whole of phones. */
const meta = {
  title: 'Filter form/In a dialog',
  component: PageFilterDialog,
  render: (args) => (
    <main style={{ padding: 20 }}>
      <PageFilterDialog {...args} />
      <h2>Popular</h2>
      <p>The page behind the dialog.</p>
    </main>
  ),
  args: { defaultFilters: filledFilters },
} satisfies Meta<typeof PageFilterDialog>;

export default meta;

type Story = StoryObj<typeof meta>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const openButton = (canvas: Canvas) => canvas.getByRole('button', { name: 'Filters' });

/** Closed: the button carries the number of filters in force. */
export const Closed: Story = {
  play: async ({ canvas }) => {
    await expect(openButton(canvas)).toHaveAccessibleDescription('9 filters');
  },
};

/** Closed, with no filter in force. */
export const NoFilters: Story = { args: { defaultFilters: {} } };

/** Open: title and close button stay at the head, Apply at the foot. */
export const Open = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await waitFor(() => expect(canvas.getByRole('dialog', { name: 'Filters' })).toBeVisible());
    await expect(canvas.getByRole('button', { name: 'Apply filters' })).toBeVisible();
  },
} satisfies Story;

/** Apply closes it once the page is there; the focus is on the button again, and the news are read out. */
export const Applied: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Comedy' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(openButton(canvas)).toHaveFocus();
    await expect(openButton(canvas)).toHaveAccessibleDescription('8 filters');
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Page created.'));
  },
};

/** An Apply that fails leaves it open, with what was chosen and the reason. */
export const Failed: Story = {
  parameters: { discovr: { session: 'signedOut' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    // The dialog fades in.
    await waitFor(() => expect(canvas.getByText('Sign in to continue.')).toBeVisible());
    await expect(canvas.getByRole('dialog')).toBeVisible();
  },
};

/** Closed without Apply: the draft waits for the next time, and the number is still that of what is in force. */
export const DraftKept: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Comedy' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Close filters' }));
    await expect(openButton(canvas)).toHaveAccessibleDescription('9 filters');
    await userEvent.click(openButton(canvas));
    const genres = within(canvas.getByRole('group', { name: 'Genres' }));
    await expect(genres.getByRole('checkbox', { name: 'Comedy' })).not.toBeChecked();
  },
};

/** Only some of the parts. */
export const OwnComposition: Story = {
  args: {
    children: (
      <>
        <PageFilterForm.MediaType />
        <PageFilterForm.Genres />
        <PageFilterForm.Actions />
      </>
    ),
  },
  play: Open.play,
};

/** Arabic, from right to left: the sheet comes from the other side. */
export const ArabicRightToLeft: Story = {
  parameters: { discovr: { locale: 'ar' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'عوامل التصفية' }));
    await expect(canvas.getByRole('dialog').getBoundingClientRect().left).toBe(0);
  },
};

/** The dark colours. */
export const Dark: Story = { parameters: { scheme: 'dark' }, play: Open.play };

/** On a television, read from three metres. */
export const Television: Story = {
  render: (args) => (
    <main style={{ padding: 20, '--discovr-density': 1.5 }}>
      <PageFilterDialog {...args} />
    </main>
  ),
  play: async (context) => {
    await Open.play(context);
    const { bottom } = context.canvas.getByRole('button', { name: 'Apply filters' }).getBoundingClientRect();
    await expect(bottom).toBeLessThanOrEqual(window.innerHeight);
  },
};
