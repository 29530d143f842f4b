import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { localePacks } from '../../../test/support/localePacks.js';
import { filterKinds, kindsOf } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { en } from '../../prompts/languages/en.js';
import { de } from '../../prompts/languages/de.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import type { PageFilterFormProps } from './PageFilterFormDropIn.js';
import { PageFilterFormParts } from './PageFilterFormDropIn.js';
import { PageFilterFormPrompt, type PageFilterFormPromptProps } from './PageFilterFormPrompt.js';

const LANGUAGES = [en, de];
const NO_LANGUAGES: readonly [] = [];

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
    await waitFor(() => expect(screen.getByText('Not understood')).toBeVisible());
    expect(screen.getByText('Can’t exclude this')).toBeVisible();
    expect(field()).toHaveAccessibleDescription('xyzzy → Not understood without horror → Can’t exclude this');
    expect(
      await screen.findByText(/^xyzzy → Not understood\s+without horror → Can’t exclude this$/),
    ).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Horror' })).not.toBeChecked();
    await user.click(
      within(screen.getByRole('group', { name: 'xyzzy' })).getByRole('button', { name: 'Search titles' }),
    );
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

  test('brings back what a type or region in between did not offer', async () => {
    const { user } = renderForm({
      defaultFilters: { genres: [27], region: ['AT', 'US'], with_watch_providers: ['15'] },
    });
    const before = 'Horror movies and series, on Hulu in Austria or United States';
    expect(summary()).toHaveTextContent(before);
    // "show" alone means series, which have no such genre.
    await user.type(field(), 'show');
    expect(summary()).not.toHaveTextContent('Horror');
    await user.type(field(), ' me something under 90 minutes');
    expect(summary()).toHaveTextContent(/^Horror movies and series, up to 90 minutes long/);
    await user.clear(field());
    await user.paste('in germany');
    expect(summary()).not.toHaveTextContent('Hulu');
    await user.clear(field());
    expect(summary()).toHaveTextContent(before);
  });

  test('does not bring back what the user has changed since', async () => {
    const { user } = renderForm({ defaultFilters: { genres: [27, 35] } });
    await user.type(field(), 'series');
    expect(summary()).toHaveTextContent('Comedy series');
    await user.click(screen.getByRole('checkbox', { name: 'Comedy' }));
    await user.clear(field());
    expect(summary()).toHaveTextContent('All movies and series');
  });

  test('may name a watch provider that one of several regions has', async () => {
    const { user, onFiltersChange } = renderForm();
    await user.click(field());
    await user.paste('hulu in austria and the us');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(onFiltersChange).toHaveBeenCalledTimes(1));
    expect(onFiltersChange.mock.lastCall?.[0]).toEqual({ region: ['AT', 'US'], with_watch_providers: ['15'] });
  });

  test.each<[FilterSpec, string, FilterSpec]>([
    [{ media_type: 'movie' }, 'action', { genres: [28], media_type: 'movie' }],
    [{ media_type: 'tv' }, 'action', { genres: [10759], media_type: 'tv' }],
    [{ media_type: 'tv' }, 'thriller, short', { media_type: 'tv' }],
    [{ media_type: 'movie' }, 'action series', { genres: [10759], media_type: 'tv' }],
    [{ region: ['US'] }, 'prime', { region: ['US'], with_watch_providers: ['9'] }],
    [{ region: ['DE'] }, 'hulu', { region: ['DE'] }],
    [{ region: ['DE'] }, 'hulu in the us', { region: ['US'], with_watch_providers: ['15'] }],
  ])('is read for the type and the regions of the form: %j and "%s"', async (defaultFilters, wish, expected) => {
    const { user, onFiltersChange } = renderForm({ defaultFilters });
    await user.click(field());
    await user.paste(wish);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(onFiltersChange).toHaveBeenCalledTimes(1));
    expect(onFiltersChange.mock.lastCall?.[0]).toEqual(expected);
  });

  test('is read again when the user changes the type', async () => {
    const { user } = renderForm();
    await user.type(field(), 'action');
    expect(understood()).toEqual(['Action']);
    await user.click(screen.getByRole('radio', { name: 'Series' }));
    expect(summary()).toHaveTextContent(/^Action & Adventure series$/);
    expect(understood()).toEqual(['action → Action & Adventure']);
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await user.click(screen.getByRole('radio', { name: 'Movies' }));
    expect(summary()).toHaveTextContent(/^Action movies$/);
  });

  test('replaces both bounds of a range, also one that was refused', async () => {
    const { user } = renderForm();
    await user.type(screen.getByLabelText(/^At least/), '900');
    await user.type(field(), 'under 90 minutes');
    expect(screen.getByLabelText(/^At least/)).toHaveValue(null);
    expect(summary()).toHaveTextContent('Movies and series, up to 90 minutes long');
  });

  test('leaves a field alone that it does not mention, also one with a wrong value', async () => {
    const { user } = renderForm();
    const most = screen.getByLabelText(/^At most/);
    await user.type(most, '700');
    await user.type(field(), 'funny');
    expect(most).toHaveValue(700);
  });

  test('is gone with its chips when all filters are cleared', async () => {
    const { user } = renderForm();
    await user.type(field(), 'funny film');
    expect(understood()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: /^Clear all/ }));
    expect(screen.queryByRole('list', { name: 'Understood' })).toBeNull();
    expect(field()).toHaveValue('');
  });

  test('keeps the focus when a meaning is chosen', async () => {
    const { user } = renderForm();
    await user.type(field(), 'movies, not too long');
    await user.click(within(screen.getByRole('group', { name: 'not too long' })).getByRole('button'));
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe('"Edit as text"', () => {
  /** Filters of each kind, with a genre, keywords, regions and watch providers that only this app names. */
  const everything: FilterSpec = {
    genres: [35, 5001],
    keywords: [12, 77],
    media_type: 'movie',
    region: ['AT', 'DE'],
    with_release_date_gte: '2010-01-01',
    with_release_date_lte: '2019-12-31',
    with_runtime_gte: 90,
    with_runtime_lte: 120,
    with_watch_providers: ['8', '9001'],
  };
  const names: Readonly<Record<string, string>> = {
    5001: 'Kammerspiel',
    12: 'love, or loss',
    9001: 'Kino um die Ecke',
  };
  const builtIn = defaultVocabulary();
  const vocabulary: typeof builtIn = {
    ...builtIn,
    resolve: (_kind, ids) => ids.flatMap((id) => (names[id] ? [{ id, label: names[id] }] : [])),
  };

  test.each(['en', 'de', 'ja', 'ar', 'pl'])(
    'writes every kind of filter in words that the field reads in %s',
    async (locale) => {
      const user = userEvent.setup();
      const onFiltersChange = vi.fn<NonNullable<PageFilterFormProps['onFiltersChange']>>();
      const messages = localePacks[locale]!;
      expect(kindsOf(everything)).toEqual(filterKinds);
      renderWithDiscovr(
        <PageFilterForm
          createsPage={false}
          defaultFilters={everything}
          onFiltersChange={onFiltersChange}
          vocabulary={vocabulary}
        >
          <PageFilterFormPrompt languages={NO_LANGUAGES} />
          <PageFilterFormParts />
        </PageFilterForm>,
        { provider: { locale, messages } },
      );
      await waitFor(() => expect(summary()).toHaveTextContent(/Kino um die Ecke/));
      await user.click(screen.getByRole('button', { name: messages.prompt.editAsText }));
      const input = screen.getByRole('textbox', { name: messages.prompt.label });
      expect(input).toHaveValue(summary().textContent);
      const sentence = summary().textContent ?? '';
      await user.clear(input);
      await user.paste(sentence);
      await user.type(input, '{Enter}');
      await waitFor(() => expect(onFiltersChange).toHaveBeenCalled());
      expect(onFiltersChange.mock.lastCall?.[0]).toEqual(everything);
    },
  );

  test('makes the text decide: words that are removed remove their filters', async () => {
    const filters: FilterSpec = { genres: [35], media_type: 'movie', with_watch_providers: ['8'] };
    const { user } = renderForm({ defaultFilters: filters });
    await user.click(screen.getByRole('button', { name: 'Edit as text' }));
    await user.click(screen.getByRole('button', { name: 'Remove on Netflix → Netflix' }));
    expect(summary()).toHaveTextContent(/^Comedy movies$/);
    await user.clear(field());
    expect(summary()).toHaveTextContent('All movies and series');
    await user.type(field(), 'crime');
    await user.clear(field());
    expect(summary()).toHaveTextContent('All movies and series');
  });

  test('reads the sentences of messages that only the form has', async () => {
    const messages = { summary: { tv: 'Shows', tvOf: 'Shows to do with {genres}' } };
    const { user } = renderForm({ defaultFilters: { genres: [80], media_type: 'tv' }, messages });
    await user.click(screen.getByRole('button', { name: 'Edit as text' }));
    expect(field()).toHaveValue('Shows to do with Crime');
    expect(understood()).toEqual(['Shows to do with Crime → Series, Crime']);
  });
});

describe('words that were not understood', () => {
  const found = [
    { id: '12', label: 'dragon' },
    { id: '14', label: 'dragon slayer' },
  ];
  const vocabularyWith = (searchKeywords: FilterVocabulary['searchKeywords']): FilterVocabulary => ({
    ...defaultVocabulary(),
    ...(searchKeywords && { searchKeywords }),
  });
  const searchButton = () => screen.findByRole('button', { name: 'Search keywords' });

  test('are searched among the keywords, and a keyword that was found becomes a filter', async () => {
    const search = vi.fn(async () => found);
    const { user, onFiltersChange } = renderForm({
      vocabulary: vocabularyWith(search),
      defaultFilters: { keywords: [99] },
    });
    await user.type(field(), 'movies with dragons');
    expect(await screen.findByRole('group', { name: 'with dragons' })).toHaveTextContent(
      /^with dragons → Not understood/,
    );
    await user.click(await searchButton());
    await user.click(await screen.findByRole('button', { name: 'dragon slayer' }));
    expect(search).toHaveBeenLastCalledWith('dragons', { signal: expect.any(AbortSignal) });
    expect(understood()).toEqual(['Movies', 'with dragons → dragon slayer']);
    expect(summary()).toHaveTextContent('Movies, about dragon slayer');
    expect(screen.queryByText('Not understood')).toBeNull();
    expect(document.activeElement).not.toBe(document.body);

    await user.type(field(), '{Enter}');
    await waitFor(() => expect(onFiltersChange).toHaveBeenCalled());
    expect(onFiltersChange.mock.lastCall?.[0]).toEqual({ keywords: [14], media_type: 'movie' });
    await user.click(screen.getByRole('button', { name: 'Remove with dragons → dragon slayer' }));
    expect(field()).toHaveValue('movies');
    expect(summary()).toHaveTextContent('Movies, about 99');
  });

  test('get a keyword each if they are equal, and keep it when those before are removed', async () => {
    const { user } = renderForm({ vocabulary: vocabularyWith(async () => found) });
    await user.type(field(), 'with dragons, comedies with dragons');
    const searches = await screen.findAllByRole('button', { name: 'Search keywords' });
    await user.click(searches[1]!);
    await user.click(await screen.findByRole('button', { name: 'dragon slayer' }));
    expect(understood()).toEqual(['comedies → Comedy', 'with dragons → dragon slayer']);
    await user.click(await searchButton());
    await user.click(await screen.findByRole('button', { name: 'dragon' }));
    expect(understood()).toEqual(['with dragons → dragon', 'comedies → Comedy', 'with dragons → dragon slayer']);
    await user.click(screen.getByRole('button', { name: 'Remove with dragons → dragon' }));
    expect(understood()).toEqual(['comedies → Comedy', 'with dragons → dragon slayer']);
  });

  test('have no keywords, or could not be searched, and the user is told', async () => {
    const search = vi.fn<NonNullable<FilterVocabulary['searchKeywords']>>(async () =>
      Promise.reject(new Error('down')),
    );
    const { user } = renderForm({ vocabulary: vocabularyWith(search) });
    await user.type(field(), 'movies with the dragons');
    await user.click(await searchButton());
    expect(await screen.findByText('Couldn’t load this list.')).toBeVisible();
    search.mockResolvedValue([]);
    await user.click(await searchButton());
    expect(await screen.findByText('No results for “dragons”.')).toBeVisible();
  });

  test('have a reason if there is no such filter, and are not offered as keywords', async () => {
    const { user } = renderForm({ vocabulary: vocabularyWith(() => found) }, { onUnknown: () => undefined });
    await user.type(field(), 'award-winning, highly rated comedies without horror');
    expect(await screen.findByText('Can’t filter by awards')).toBeVisible();
    expect(screen.getByText('Can’t filter by rating')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Search (keywords|titles)/ })).toBeNull();
  });
});
