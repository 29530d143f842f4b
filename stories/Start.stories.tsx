import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { PageFilterForm } from '../src/index.js';
import { CreatedPage } from './support/CreatedPage.js';

/**
 * The main job: somebody says what they like to see, and gets a page of real titles made for their profile. It runs on
 * the embedded Discovr, without an account and without a network.
 */
const meta = {
  title: 'Start',
  component: PageFilterForm,
} satisfies Meta<typeof PageFilterForm>;

export default meta;

/** Fill in the form and apply it. The page it creates stands beside it, with its sentence and what Discovr answered. */
export const MainJob: StoryObj = {
  tags: ['engines'],
  render: () => <MainJobExample />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Movies' }));
    await userEvent.click(
      within(canvas.getByRole('group', { name: 'Genres' })).getByRole('checkbox', { name: 'Science Fiction' }),
    );
    await userEvent.click(canvas.getByRole('button', { name: '2 hours or more' }));
    await userEvent.type(canvas.getByLabelText('Page name'), 'Long way from home');
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    await waitFor(async () => {
      await expect(canvas.getByRole('status')).toHaveTextContent('Page “Long way from home” created.');
    });
    await expect(await canvas.findByRole('heading', { name: 'Long way from home' })).toBeVisible();
    await expect(within(canvas.getByRole('list', { name: 'Hero' })).getAllByRole('img')).toHaveLength(10);
  },
};

function MainJobExample() {
  const [pageId, setPageId] = useState<string>();
  return (
    <main className="main-job">
      <PageFilterForm onPageCreated={(page) => setPageId(page.id)} />
      {pageId ? (
        <CreatedPage pageId={pageId} />
      ) : (
        <p className="created-empty">Choose what you like and apply the filters: your page appears here.</p>
      )}
    </main>
  );
}
