import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { en } from '../../prompts/languages/en.js';
import { de } from '../../prompts/languages/de.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import type { PageFilterFormProps } from './PageFilterFormDropIn.js';
import { PageFilterFormParts, PageFilterFormPrompt, type PageFilterFormPromptProps } from './PageFilterFormPrompt.js';

const LANGUAGES = [en, de];

function renderForm(props: PageFilterFormProps = {}, prompt: Partial<PageFilterFormPromptProps> = {}) {
  const onFiltersChange = vi.fn<NonNullable<PageFilterFormProps['onFiltersChange']>>();
  const view = renderWithDiscovr(
    <PageFilterForm createsPage={false} onFiltersChange={onFiltersChange} {...props}>
      <PageFilterFormPrompt languages={LANGUAGES} {...prompt} />
      <PageFilterFormParts />
    </PageFilterForm>,
  );
  return { ...view, onFiltersChange, user: userEvent.setup() };
}

const field = () => screen.getByRole('textbox', { name: 'What would you like to watch?' });
const understood = () =>
  within(screen.getByRole('list', { name: 'Understood' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent?.trim());
const summary = () => screen.getByRole('heading', { level: 2 });

describe('a wish in plain words', () => {
  test('fills the form while it is typed, and Enter applies it', async () => {
    const { user, onFiltersChange } = renderForm();
    await user.type(field(), 'a funny film under 100 minutes on Netflix');
    expect(understood()).toEqual(['funny → Comedy', 'film → Movies', 'under 100 minutes → Up to 100 min', 'Netflix']);
    expect(summary()).toHaveTextContent('Comedy movies, up to 100 minutes long, on Netflix');
    expect(onFiltersChange).not.toHaveBeenCalled();
    await user.type(field(), '{Enter}');
    await waitFor(() => expect(onFiltersChange).toHaveBeenCalledTimes(1));
    expect(onFiltersChange.mock.lastCall?.[0]).toEqual({
      genres: [35],
      media_type: 'movie',
      with_runtime_lte: 100,
      with_watch_providers: ['8'],
    });
  });

  test('replaces the kinds it mentions and keeps the other choices, which return when it is deleted', async () => {
    const { user } = renderForm({ defaultFilters: { genres: [18], with_watch_providers: ['8'] } });
    await user.type(field(), 'comedies');
    expect(summary()).toHaveTextContent('Comedy movies and series, on Netflix');
    await user.clear(field());
    expect(summary()).toHaveTextContent('Drama movies and series, on Netflix');
  });

  test('leaves a choice alone that the user has made since', async () => {
    const { user } = renderForm();
    await user.type(field(), 'comedies');
    await user.click(screen.getByRole('checkbox', { name: 'Drama' }));
    await user.type(field(), ' under 90 minutes');
    expect(summary()).toHaveTextContent('Comedy or Drama movies and series, up to 90 minutes long');
    await user.clear(field());
    expect(summary()).toHaveTextContent(/^Comedy or Drama movies and series$/);
  });

  test('loses the words of a chip that is removed, and moves the focus to the next one', async () => {
    const { user } = renderForm();
    await user.type(field(), 'funny film on Netflix');
    await user.click(screen.getByRole('button', { name: 'Remove funny → Comedy' }));
    expect(field()).toHaveValue('film on Netflix');
    expect(screen.getByRole('button', { name: 'Remove film → Movies' })).toHaveFocus();
    expect(summary()).toHaveTextContent('Movies, on Netflix');
  });

  test('says what was not understood once the user has stopped typing, and never filters by what is excluded', async () => {
    const onUnknown = vi.fn<(words: string) => void>();
    const { user, onFiltersChange } = renderForm({}, { onUnknown });
    await user.type(field(), 'xyzzy films without horror');
    expect(screen.queryByText(/Not understood/)).toBeNull();
    await waitFor(() => expect(screen.getByText('Not understood: xyzzy')).toBeVisible(), { timeout: 5000 });
    expect(screen.getByText('Filters can’t exclude, so this is ignored: without horror')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Horror' })).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Search for “xyzzy”' }));
    expect(onUnknown).toHaveBeenCalledWith('xyzzy');
    expect(onFiltersChange).not.toHaveBeenCalled();
  });

  test('offers a choice where words name no number', async () => {
    const { user } = renderForm();
    await user.type(field(), 'movies, not too long');
    expect(summary()).toHaveTextContent(/^Movies$/);
    await user.click(within(screen.getByRole('group', { name: 'not too long' })).getByRole('button'));
    expect(summary()).toHaveTextContent('Movies, up to 120 minutes long');
  });

  test('is one of the examples when the user chooses it, and the sentence of the form when the user edits that', async () => {
    const { user } = renderForm({ defaultFilters: { genres: [80], media_type: 'tv' } });
    await user.click(screen.getByRole('button', { name: 'Edit as text' }));
    expect(field()).toHaveValue('Crime series');
    expect(summary()).toHaveTextContent(/^Crime series$/);
    await user.clear(field());
    await user.click(screen.getByRole('button', { name: 'Family movies on Disney+' }));
    expect(summary()).toHaveTextContent('Family movies, on Disney+');
  });

  test('drops what another type or region does not offer, as a choice by hand does', async () => {
    const { user, onFiltersChange } = renderForm({ defaultFilters: { genres: [27, 28], media_type: 'movie' } });
    await user.type(field(), 'series{Enter}');
    await waitFor(() => expect(onFiltersChange).toHaveBeenCalledTimes(1));
    expect(onFiltersChange.mock.lastCall?.[0]).toEqual({ genres: [10759], media_type: 'tv' });
  });

  test('leaves a field alone that it does not mention, also one with a wrong value', async () => {
    const { user } = renderForm();
    const most = screen.getByLabelText(/^At most/);
    await user.type(most, '700');
    await user.type(field(), 'funny');
    expect(most).toHaveValue(700);
  });

  test('loses its chips when all filters are cleared', async () => {
    const { user } = renderForm();
    await user.type(field(), 'funny film');
    expect(understood()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: /^Clear all/ }));
    expect(screen.queryByRole('list', { name: 'Understood' })).toBeNull();
  });

  test('keeps the focus when a meaning is chosen', async () => {
    const { user } = renderForm();
    await user.type(field(), 'movies, not too long');
    await user.click(within(screen.getByRole('group', { name: 'not too long' })).getByRole('button'));
    expect(document.activeElement).not.toBe(document.body);
  });
});
