import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { describeFilter } from '../src/filters/index.js';
import { DiscovrPage, PageFilterForm } from '../src/index.js';
import { englishTextsIn } from './support/englishTextsIn.js';
import { filledFilters } from './support/filledFilters.js';
import { directionOf, messagesIn } from './support/locales.js';

/**
 * The form with filters and the page it created, in each language. The toolbar shows every other story in them too. Of the
 * languages in Latin letters, all but the longest are tested before a release.
 */
const meta = {
  title: 'Languages',
  render: () => <FormAndPage />,
} satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

function FormAndPage() {
  const [pageId, setPageId] = useState<string>();
  return (
    <main>
      <PageFilterForm defaultFilters={filledFilters} onPageCreated={(page) => setPageId(page.id)} />
      {pageId && <DiscovrPage pageId={pageId} href={({ id }) => `#${id}`} />}
    </main>
  );
}

const inLanguage = (locale: string): Story => ({
  parameters: { discovr: { locale } },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const messages = await messagesIn(locale);
    const { form, announcements, page, genres } = messages;
    await expect(canvasElement.querySelector('.story')).toHaveAttribute('lang', locale);
    await expect(canvasElement.querySelector('.story')).toHaveAttribute('dir', directionOf(locale));
    await userEvent.click(canvas.getByRole('button', { name: form.apply }));
    await waitFor(() => expect(canvas.getAllByRole('status')[0]).toHaveTextContent(announcements.created));

    // On the narrowest phones, a button shows the rest of the sentence.
    const rest = canvasElement.querySelector('.discovr-Summary button');
    if (rest) await userEvent.click(rest);
    const sentence = describeFilter(filledFilters, { locale, messages });
    // French has no-break spaces, which the query would otherwise replace.
    await expect(canvas.getByText(sentence, { collapseWhitespace: false })).toBeVisible();
    const choice = within(canvas.getByRole('group', { name: form.genres })).getByRole('checkbox', { name: genres[35] });
    await expect(choice).toBeChecked();
    // The hero takes the place of its placeholder.
    await waitFor(() => expect(canvas.getByRole('region', { name: page.hero })).toBeVisible());
    await expect(englishTextsIn(canvasElement, messages)).toEqual([]);
  },
});

export const Arabic = inLanguage('ar');
export const German: Story = { tags: ['screens'], ...inLanguage('de') };
export const Spanish: Story = { tags: ['release'], ...inLanguage('es') };
export const French: Story = { tags: ['release'], ...inLanguage('fr') };
export const Italian: Story = { tags: ['release'], ...inLanguage('it') };
// axe compares words, and old browsers cannot find the words of Japanese and Chinese.
export const Japanese: Story = { tags: ['screens', 'not-television'], ...inLanguage('ja') };
export const Korean = inLanguage('ko');
export const Dutch: Story = { tags: ['release'], ...inLanguage('nl') };
export const Polish: Story = { tags: ['release'], ...inLanguage('pl') };
export const BrazilianPortuguese: Story = { tags: ['release'], ...inLanguage('pt-BR') };
export const Turkish: Story = { tags: ['release'], ...inLanguage('tr') };
export const SimplifiedChinese: Story = { tags: ['not-television'], ...inLanguage('zh-Hans') };
