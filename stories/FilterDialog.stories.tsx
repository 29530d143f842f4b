import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { PageFilterDialog, PageFilterForm, PageFilterFormActions, usePageFilterFormContext } from '../src/index.js';
import { CountedParts } from './support/CountedParts.js';
import { filledFilters } from './support/filledFilters.js';

/** Opens the form in a dialog. It is a side sheet on wide screens and fills the screen on phones. */
const meta = {
  title: 'Filter form/In a dialog',
  component: PageFilterDialog,
  render: (args) => (
    <main style={{ padding: 20 }}>
      <PageFilterDialog {...args} />
      <h2>Popular</h2>
      <p>Content behind the dialog.</p>
    </main>
  ),
  args: { formProps: { defaultFilters: filledFilters } },
} satisfies Meta<typeof PageFilterDialog>;

export default meta;

type Story = StoryObj<typeof meta>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

/** The app counts the titles of the draft. */
const counted = { children: <CountedParts /> };
const openButton = (canvas: Canvas) => canvas.getByRole('button', { name: /^Filters/ });

/** The closed dialog is a button with the number of active filters. */
export const Closed: Story = {
  play: async ({ canvas }) => {
    await expect(openButton(canvas)).toHaveAccessibleName('Filters, 9 active');
  },
};

/** Without active filters, the button shows no number. */
export const NoFilters: Story = { args: { formProps: { defaultFilters: {} } } };

/** In the open dialog, the title and the close button stay at the top and "Show 1,214 titles" at the bottom. */
export const Open = {
  args: counted,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await waitFor(() => expect(canvas.getByRole('dialog', { name: 'Filters' })).toBeVisible());
    await expect(canvas.getByRole('button', { name: /^Show .*titles?$/ })).toBeVisible();
  },
} satisfies Story;

function CountedActions() {
  const { draftFilters } = usePageFilterFormContext();
  // A real app would ask its server for this number.
  const titleCount = 214 - 8 * Object.keys(draftFilters).length;
  return <PageFilterFormActions titleCount={titleCount} />;
}

/** An app that can count the titles of the draft shows their number on the button. */
export const TitleCount: Story = {
  args: {
    formProps: { defaultFilters: { genres: [35, 18], media_type: 'movie', with_runtime_lte: 120 } },
    children: (
      <>
        <PageFilterForm.Summary />
        <PageFilterForm.MediaType />
        <PageFilterForm.Genres />
        <PageFilterForm.Runtime />
        <CountedActions />
      </>
    ),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Show 190 titles' })).toBeVisible());
    await userEvent.click(canvas.getByRole('radio', { name: 'All' }));
    await expect(canvas.getByRole('button', { name: 'Show 198 titles' })).toBeVisible();
  },
};

/** "Show titles" creates the page, closes the dialog, returns the focus to the button and announces the result. */
export const Applied: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Comedy' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Show titles' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(openButton(canvas)).toHaveFocus();
    await expect(openButton(canvas)).toHaveAccessibleName('Filters, 8 active');
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Page created.'));
  },
};

/** Of a long list, the sentence names three. The button in it shows the others. */
export const LongSentence: Story = {
  args: { ...counted, formProps: { defaultFilters: { ...filledFilters, genres: [12, 16, 18, 27, 28, 35, 53] } } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await userEvent.click(await canvas.findByRole('button', { name: '4 more' }));
    // The dialog fades in.
    await waitFor(() => expect(canvas.getByRole('heading', { name: /Horror, or Thriller movies/ })).toBeVisible());
  },
};

/** When the page cannot be created, the dialog stays open with the draft and the error. */
export const Failed: Story = {
  parameters: { discovr: { session: 'signedOut' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await userEvent.click(canvas.getByRole('button', { name: 'Show titles' }));
    // The dialog fades in.
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'You’re not signed in' })).toBeVisible());
    await expect(canvas.getByRole('dialog')).toBeVisible();
  },
};

/** When the dialog is closed without applying, it keeps the draft. The button still counts the applied filters. */
export const DraftKept: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(openButton(canvas));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Comedy' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Close filters' }));
    await expect(openButton(canvas)).toHaveAccessibleName('Filters, 9 active');
    await userEvent.click(openButton(canvas));
    const genres = within(canvas.getByRole('group', { name: 'Genres' }));
    await expect(genres.getByRole('checkbox', { name: 'Comedy' })).not.toBeChecked();
  },
};

/** `children` sets which parts of the form the dialog shows. */
export const CustomComposition: Story = {
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

/** In Arabic the sheet opens on the left. */
export const ArabicRightToLeft: Story = {
  tags: ['screens'],
  args: counted,
  parameters: { discovr: { locale: 'ar' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^عوامل التصفية/ }));
    // It comes from there.
    await waitFor(() => expect(canvas.getByRole('dialog').getBoundingClientRect().left).toBe(0));
  },
};

/** The dialog in the dark color scheme. */
export const Dark: Story = { args: counted, parameters: { scheme: 'dark' }, play: Open.play };

/** On a television, a higher density keeps the text legible at three meters. */
export const Television: Story = {
  args: counted,
  render: (args) => (
    <main style={{ padding: 20, '--discovr-density': 1.5 }}>
      <PageFilterDialog {...args} />
    </main>
  ),
  play: async (context) => {
    await Open.play(context);
    const { bottom } = context.canvas.getByRole('button', { name: /^Show .*titles?$/ }).getBoundingClientRect();
    await expect(bottom).toBeLessThanOrEqual(window.innerHeight);
  },
};

/** On a laptop at a zoom of 400 %, title and buttons scroll with the content, so that they do not cover it. */
export const Zoomed: Story = { globals: { viewport: { value: 'zoomed' } }, play: Open.play };
