import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { PageFilterForm } from '../src/index.js';
import { CreatedPage } from './support/CreatedPage.js';

/**
 * The user chooses filters and gets a page of titles for their profile. The story runs on the emulator, without an
 * account and without a network.
 */
const meta = {
  title: 'Start',
  component: PageFilterForm,
} satisfies Meta<typeof PageFilterForm>;

export default meta;

/** Choose filters and apply them. The created page appears next to the form, with the response from Discovr. */
export const CreatePage: StoryObj = {
  tags: ['engines'],
  render: () => <CreatePageExample />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Movies' }));
    await userEvent.click(
      within(canvas.getByRole('group', { name: 'Genres' })).getByRole('checkbox', { name: 'Adventure' }),
    );
    await userEvent.click(canvas.getByRole('button', { name: 'At least 120 min' }));
    await userEvent.type(canvas.getByLabelText('Page name'), 'Long way from home');
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    await waitFor(async () => {
      await expect(canvas.getByRole('status')).toHaveTextContent('Page “Long way from home” created.');
    });
    await expect(await canvas.findByRole('heading', { name: 'Long way from home' })).toBeVisible();
    await expect(within(canvas.getByRole('list', { name: 'Hero' })).getAllByRole('img')).toHaveLength(10);
  },
};

function CreatePageExample() {
  const [pageId, setPageId] = useState<string>();
  return (
    <main className="create-page">
      <PageFilterForm onPageCreated={(page) => setPageId(page.id)} />
      {pageId ? (
        <CreatedPage pageId={pageId} />
      ) : (
        <p className="created-empty">Choose filters and apply them. Your page appears here.</p>
      )}
    </main>
  );
}
