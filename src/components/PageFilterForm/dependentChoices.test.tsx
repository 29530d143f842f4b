import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary, Option } from '../../filters/vocabulary/vocabulary.js';
import { DiscovrError } from '../../shared/errors.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';

const group = (name: string) => within(screen.getByRole('group', { name }));
const option = (groupName: string, name: string) => group(groupName).getByRole('checkbox', { name });
const names = (groupName: string) =>
  group(groupName)
    .getAllByRole('checkbox')
    .map((checkbox) => checkbox.closest('label')?.querySelector('bdi')?.textContent);

describe('genres', () => {
  test('are 19 for films, 16 for series, and 23 for both, without duplicates', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm />);
    expect(names('Genres')).toHaveLength(23);
    expect(new Set(names('Genres')).size).toBe(23);
    await user.click(screen.getByRole('radio', { name: 'Movies' }));
    expect(names('Genres')).toHaveLength(19);
    await user.click(screen.getByRole('radio', { name: 'Series' }));
    expect(names('Genres')).toHaveLength(16);
  });

  test('that the new type does not offer are dropped immediately and named in a message', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [10764, 10766, 35], media_type: 'tv' }} />);
    await user.click(screen.getByRole('radio', { name: 'Movies' }));
    const message = 'Removed because they don’t apply to this type: Reality and Soap.';
    expect(group('Genres').getByText(message)).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(message);
    expect(option('Genres', 'Comedy')).toBeChecked();
    expect(screen.getByRole('heading', { name: 'Comedy movies' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Series' }));
    expect(group('Genres').queryByText(message)).toBeNull();
    expect(option('Genres', 'Reality')).not.toBeChecked();
  });

  test('that were dropped are forgotten when the draft is applied, and when it follows other filters', async () => {
    const user = userEvent.setup();
    const onFiltersChange = vi.fn<(filters: FilterSpec) => void>();
    const form = (filters: FilterSpec) => (
      <PageFilterForm createsPage={false} filters={filters} onFiltersChange={onFiltersChange} />
    );
    const series: FilterSpec = { genres: [10764, 35], media_type: 'tv' };
    const { rerender } = renderWithDiscovr(form(series));
    const note = () => group('Genres').queryByText(/^Removed because/);
    await user.click(screen.getByRole('radio', { name: 'Movies' }));
    expect(note()).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Apply filters' }));
    await waitFor(() => expect(onFiltersChange).toHaveBeenCalledOnce());
    rerender(form(onFiltersChange.mock.calls[0]![0]));
    expect(note()).toBeNull();

    await user.click(screen.getByRole('radio', { name: 'Series' }));
    await user.click(option('Genres', 'Reality'));
    await user.click(screen.getByRole('radio', { name: 'Movies' }));
    expect(note()).toBeVisible();
    rerender(form({}));
    expect(note()).toBeNull();
  });

  test('that no list contains stay chosen, are shown by their id and can be removed', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [4242] }} />);
    await user.click(screen.getByRole('radio', { name: 'Movies' }));
    expect(option('Genres', '4242')).toBeChecked();
    await user.click(option('Genres', '4242'));
    expect(group('Genres').queryByRole('checkbox', { name: '4242' })).toBeNull();
  });
});

describe('a genre of films and its twin of series', () => {
  const renderForm = async (filters: FilterSpec) => {
    const onFiltersChange = vi.fn();
    renderWithDiscovr(
      <PageFilterForm createsPage={false} defaultFilters={filters} onFiltersChange={onFiltersChange} />,
    );
    return async () => {
      await userEvent.click(screen.getByRole('button', { name: 'Apply filters' }));
      await waitFor(() => expect(onFiltersChange).toHaveBeenCalled());
      const [applied] = onFiltersChange.mock.lastCall as [FilterSpec];
      onFiltersChange.mockClear();
      return applied.genres;
    };
  };
  const choose = (name: string) => userEvent.click(option('Genres', name));
  const show = (type: string) => userEvent.click(screen.getByRole('radio', { name: type }));

  test('are one choice while all types are shown', async () => {
    const applied = await renderForm({});
    expect(names('Genres')).not.toContain('Action & Adventure');
    await choose('Action');
    await choose('Adventure');
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Action or Adventure movies and series');
    expect(screen.getByRole('group', { name: 'Genres' })).toHaveAccessibleDescription('2 selected');
    expect(await applied()).toEqual([12, 28, 10759]);
    await choose('Action');
    expect(await applied()).toEqual([12, 10759]);
    await choose('Adventure');
    expect(await applied()).toBeUndefined();
  });

  test('stand for each other when the type changes, without a message', async () => {
    const applied = await renderForm({ genres: [28], media_type: 'movie' });
    await show('Series');
    expect(await applied()).toEqual([10759]);
    expect(option('Genres', 'Action & Adventure')).toBeChecked();
    await show('Movies');
    expect(group('Genres').getByText(/don’t apply to this type: Action & Adventure/)).toBeVisible();
    await choose('War');
    await show('All');
    expect(await applied()).toEqual([10752, 10768]);
    await show('Movies');
    expect(await applied()).toEqual([10752]);
    expect(group('Genres').queryByText(/don’t apply/)).toBeNull();
  });

  test('from a link without the genre of films has a pill of its own', async () => {
    const applied = await renderForm({ genres: [10759, 35] });
    expect(option('Genres', 'Action & Adventure')).toBeChecked();
    await choose('Action & Adventure');
    expect(await applied()).toEqual([35]);
  });
});

describe('watch providers', () => {
  test('that the new regions do not offer are dropped and named in a message', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ region: ['US'], with_watch_providers: ['8', '15'] }} />);
    expect(option('Watch providers', 'Hulu')).toBeChecked();
    await user.type(screen.getByRole('searchbox', { name: 'Search regions' }), 'germany');
    await user.click(option('Regions', 'Germany'));
    expect(option('Watch providers', 'Hulu')).toBeChecked();
    await user.click(option('Regions', 'United States'));
    expect(group('Watch providers').getByText(/not available in the selected regions: Hulu/)).toBeVisible();
    expect(option('Watch providers', 'Netflix')).toBeChecked();
    expect(names('Watch providers')).not.toContain('Hulu');
  });

  test('are limited to the chosen regions, and are all offered when no region is chosen', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm />);
    await user.type(screen.getByRole('searchbox', { name: 'Search regions' }), 'austria');
    await user.click(option('Regions', 'Austria'));
    expect(names('Watch providers')).not.toContain('Hulu');
    await user.click(screen.getByRole('button', { name: 'Clear Regions' }));
    expect(names('Watch providers')).toContain('Hulu');
  });

  test('are not required when a region is chosen', async () => {
    const user = userEvent.setup();
    const onPageCreated = vi.fn();
    renderWithDiscovr(<PageFilterForm onPageCreated={onPageCreated} />);
    await user.type(screen.getByRole('searchbox', { name: 'Search regions' }), 'austria');
    await user.click(option('Regions', 'Austria'));
    await user.click(screen.getByRole('button', { name: 'Apply filters' }));
    await waitFor(() =>
      expect(onPageCreated).toHaveBeenCalledWith(expect.anything(), { pageFilters: { region: ['AT'] } }),
    );
  });

  test('that the new regions do not offer are dropped when an asynchronous list loads', async () => {
    const user = userEvent.setup();
    const lists = { US: deferred<readonly Option[]>(), DE: deferred<readonly Option[]>() };
    const vocabulary: FilterVocabulary = {
      ...defaultVocabulary(),
      regions: () => [
        { id: 'US', label: 'America' },
        { id: 'DE', label: 'Germany' },
      ],
      providers: ([region]) => (region === 'DE' ? lists.DE.promise : lists.US.promise),
    };
    renderWithDiscovr(
      <PageFilterForm vocabulary={vocabulary} defaultFilters={{ region: ['US'], with_watch_providers: ['a', 'b'] }} />,
    );
    await act(async () => lists.US.resolve([choice('a'), choice('b')]));
    await user.click(screen.getByRole('button', { name: 'Clear Regions' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search regions' }), 'ger');
    await user.click(option('Regions', 'Germany'));
    expect(option('Watch providers', 'Service a')).toBeChecked();
    await act(async () => lists.DE.resolve([choice('a')]));
    await waitFor(() =>
      expect(group('Watch providers').getByText(/not available in the selected regions: Service b/)).toBeVisible(),
    );
    expect(option('Watch providers', 'Service a')).toBeChecked();
  });

  test('that the new regions do not offer are dropped when the user changes the regions again before a list loads', async () => {
    const user = userEvent.setup();
    const lists = new Map<string, ReturnType<typeof deferred<readonly Option[]>>>();
    const vocabulary: FilterVocabulary = {
      ...defaultVocabulary(),
      regions: () => ['DE', 'FR', 'US'].map((id) => ({ id, label: `Region ${id}` })),
      providers(regions) {
        const list = deferred<readonly Option[]>();
        lists.set(regions.join(), list);
        return list.promise;
      },
    };
    const defaultFilters = { region: ['US', 'FR'], with_watch_providers: ['hulu'] };
    renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} defaultFilters={defaultFilters} />);
    await act(async () => lists.get('FR,US')!.resolve([choice('hulu'), choice('canal')]));
    await user.click(option('Regions', 'Region US'));
    await user.click(group('Regions').getByRole('button', { name: 'Show all' }));
    await user.click(option('Regions', 'Region DE'));
    await act(async () => lists.get('FR')!.resolve([choice('canal')]));
    await act(async () => lists.get('DE,FR')!.resolve([choice('canal')]));
    expect(
      await group('Watch providers').findByText(/not available in the selected regions: Service hulu/),
    ).toBeVisible();
    expect(names('Watch providers')).toEqual(['Service canal']);
  });

  test('that the new regions do not offer are dropped although a list in between does not load', async () => {
    const user = userEvent.setup();
    const vocabulary: FilterVocabulary = {
      ...defaultVocabulary(),
      regions: () => ['DE', 'FR', 'US'].map((id) => ({ id, label: `Region ${id}` })),
      providers: async (regions) => {
        if (regions.join() === 'FR') throw new Error('down');
        return regions.includes('US') ? [choice('hulu'), choice('canal')] : [choice('canal')];
      },
    };
    const defaultFilters = { region: ['US', 'FR'], with_watch_providers: ['hulu'] };
    renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} defaultFilters={defaultFilters} />);
    expect(await group('Watch providers').findByRole('checkbox', { name: 'Service canal' })).toBeVisible();
    await user.click(option('Regions', 'Region US'));
    expect(await group('Watch providers').findByText(/Couldn’t load this list/)).toBeVisible();
    await user.click(group('Regions').getByRole('button', { name: 'Show all' }));
    await user.click(option('Regions', 'Region DE'));
    expect(
      await group('Watch providers').findByText(/not available in the selected regions: Service hulu/),
    ).toBeVisible();
  });

  test('that the new regions do not offer are dropped when the user loads a failed list again', async () => {
    const user = userEvent.setup();
    let isDown = true;
    const vocabulary: FilterVocabulary = {
      ...defaultVocabulary(),
      regions: () => ['DE', 'US'].map((id) => ({ id, label: `Region ${id}` })),
      providers: async (regions) => {
        if (isDown && regions.length === 0) throw new Error('down');
        return regions.includes('US') ? [choice('hulu'), choice('canal')] : [choice('canal')];
      },
    };
    const defaultFilters = { region: ['US'], with_watch_providers: ['hulu'] };
    renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} defaultFilters={defaultFilters} />);
    expect(await group('Watch providers').findByRole('checkbox', { name: 'Service canal' })).toBeVisible();
    await user.click(option('Regions', 'Region US'));
    expect(await group('Watch providers').findByText(/Couldn’t load this list/)).toBeVisible();
    isDown = false;
    await user.click(group('Watch providers').getByRole('button', { name: 'Try again' }));
    expect(
      await group('Watch providers').findByText(/not available in the selected regions: Service hulu/),
    ).toBeVisible();
    expect(names('Watch providers')).toEqual(['Service canal']);
  });
});

describe('vocabulary lists', () => {
  test('show the chosen regions and that of the locale until the user opens or searches the list of regions', async () => {
    const user = userEvent.setup();
    const provider = { locale: 'en-IE' };
    renderWithDiscovr(<PageFilterForm defaultFilters={{ region: ['JP'] }} />, { provider });
    expect(names('Regions')).toEqual(['Japan', 'Ireland']);
    await user.click(group('Regions').getByRole('button', { name: 'Show all 249' }));
    expect(names('Regions')).toHaveLength(51);
    expect(group('Regions').getByText('198 more. Search to narrow the list.')).toBeVisible();
    await user.click(group('Regions').getByRole('button', { name: 'Show more' }));
    expect(names('Regions')).toHaveLength(101);
    await user.type(screen.getByRole('searchbox', { name: 'Search regions' }), 'cote d');
    expect(names('Regions')).toEqual(['Japan', 'Côte d’Ivoire']);
  });

  test('show twelve watch providers, the chosen ones first, then all of them', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ with_watch_providers: ['188', '11'] }} />);
    expect(names('Watch providers').slice(0, 3)).toEqual(['MUBI', 'YouTube Premium', 'Netflix']);
    expect(names('Watch providers')).toHaveLength(12);
    await user.click(screen.getByRole('button', { name: 'Show all 18' }));
    expect(names('Watch providers')).toHaveLength(18);
    await user.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(names('Watch providers')).toHaveLength(12);
  });

  test('show at least six watch providers besides the chosen ones', () => {
    const providers = Array.from({ length: 30 }, (_, index) => choice(String(index)));
    const vocabulary = { ...defaultVocabulary(), providers: () => providers };
    const defaultFilters = { with_watch_providers: providers.slice(20).map(({ id }) => id) };
    renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} defaultFilters={defaultFilters} />);
    expect(names('Watch providers')).toHaveLength(16);
    expect(group('Watch providers').getAllByRole('checkbox', { checked: true })).toHaveLength(10);
  });

  test('show up to fifteen watch providers at once', () => {
    const providers = Array.from({ length: 15 }, (_, index) => choice(String(index)));
    renderWithDiscovr(<PageFilterForm vocabulary={{ ...defaultVocabulary(), providers: () => providers }} />);
    expect(names('Watch providers')).toHaveLength(15);
  });

  test('of more than 24 watch providers have a search field, and of more than 50 open step by step', async () => {
    const user = userEvent.setup();
    const providers = Array.from({ length: 60 }, (_, index) => choice(String(index)));
    renderWithDiscovr(<PageFilterForm vocabulary={{ ...defaultVocabulary(), providers: () => providers }} />);
    expect(names('Watch providers')).toHaveLength(12);
    await user.click(group('Watch providers').getByRole('button', { name: 'Show all 60' }));
    expect(names('Watch providers')).toHaveLength(50);
    await user.type(screen.getByRole('searchbox', { name: 'Search watch providers' }), 'service 59');
    expect(names('Watch providers')).toEqual(['Service 59']);
  });

  test('offer six popular keywords until the user searches', async () => {
    const user = userEvent.setup();
    const popularKeywords = () => Array.from({ length: 8 }, (_, index) => choice(String(index)));
    const vocabulary = { ...defaultVocabulary(), popularKeywords, searchKeywords: () => [choice('found')] };
    renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} />);
    expect(names('Keywords')).toHaveLength(6);
    await user.click(option('Keywords', 'Service 2'));
    await user.type(screen.getByRole('searchbox', { name: 'Search keywords' }), 'f');
    await waitFor(() => expect(names('Keywords')).toEqual(['Service 2', 'Service found']));
  });

  test('do not submit the form when Enter is pressed in their search field', async () => {
    const user = userEvent.setup();
    const discovr = renderWithDiscovr(<PageFilterForm />);
    await user.type(screen.getByRole('searchbox', { name: 'Search regions' }), 'austria{Enter}');
    await untilQuiet(discovr);
    expect(discovr.control.requests).toHaveLength(0);
    expect(names('Regions')).toEqual(['Austria']);
  });

  test('announce the number of search results when typing pauses', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm />);
    await user.type(screen.getByRole('searchbox', { name: 'Search regions' }), 'a');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/^\d+ results$/));
    await user.type(screen.getByRole('searchbox', { name: 'Search regions' }), 'zzz');
    expect(group('Regions').getByText('No results for “azzz”.')).toBeVisible();
  });

  test('show an error when they fail to load, and load again on Try again', async () => {
    const user = userEvent.setup();
    const genres = vi
      .fn<FilterVocabulary['genres']>()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue([{ id: '1', label: 'Back again' }]);
    renderWithDiscovr(<PageFilterForm vocabulary={{ ...defaultVocabulary(), genres }} />);
    expect(await group('Genres').findByText(/Couldn’t load this list/)).toBeVisible();
    await user.click(group('Genres').getByRole('button', { name: 'Try again' }));
    expect(await group('Genres').findByRole('checkbox', { name: 'Back again' })).toBeVisible();
  });

  test('are announced while they load slowly, and when they have loaded', async () => {
    let load: (options: readonly Option[]) => void = () => undefined;
    const genres = () => new Promise<readonly Option[]>((resolve) => (load = resolve));
    renderWithDiscovr(<PageFilterForm vocabulary={{ ...defaultVocabulary(), genres }} />);
    expect(group('Genres').getByRole('list')).toHaveAttribute('aria-busy', 'true');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Genres: Loading…'));
    load([{ id: '1', label: 'Comedy' }]);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Genres: 1 result'));
    expect(group('Genres').getByRole('list')).not.toHaveAttribute('aria-busy');
  });

  test('load once when several parts use them', async () => {
    const regions = vi.fn<FilterVocabulary['regions']>().mockResolvedValue([{ id: 'NZ', label: 'Aotearoa' }]);
    renderWithDiscovr(
      <PageFilterForm vocabulary={{ ...defaultVocabulary(), regions }} defaultFilters={{ region: ['NZ'] }} />,
    );
    expect(await screen.findByRole('heading', { name: /available in Aotearoa$/ })).toBeVisible();
    expect(regions).toHaveBeenCalledOnce();
  });

  test('show markup in a label as text', () => {
    const label = '<img src=x onerror=alert(1)>';
    const vocabulary = { ...defaultVocabulary(), genres: () => [{ id: '1', label }] };
    const { container } = renderWithDiscovr(
      <PageFilterForm vocabulary={vocabulary} defaultFilters={{ genres: [1] }} />,
    );
    expect(screen.getAllByText(label, { exact: false }).length).toBeGreaterThan(1);
    expect(container.querySelector('img')).toBeNull();
  });

  test('do not show a logo with a javascript: URL', () => {
    const script = ['javascript', 'alert(1)'].join(':');
    const providers = () => [{ id: 'x', label: 'Evil', logo: script }];
    const { container } = renderWithDiscovr(<PageFilterForm vocabulary={{ ...defaultVocabulary(), providers }} />);
    expect(container.innerHTML).not.toContain(script);
    expect(option('Watch providers', 'Evil')).toBeVisible();
  });
});

describe('keywords', () => {
  test('are not offered when the vocabulary has no keyword search', () => {
    renderWithDiscovr(<PageFilterForm vocabulary={defaultVocabulary()} />);
    expect(screen.queryByRole('group', { name: 'Keywords' })).toBeNull();
  });

  test('are searched when typing pauses, and a search is aborted when another one replaces it', async () => {
    const user = userEvent.setup();
    const signals: AbortSignal[] = [];
    const searchKeywords = vi.fn<NonNullable<FilterVocabulary['searchKeywords']>>((query, { signal }) => {
      signals.push(signal);
      return query === 'heist' ? [{ id: '7', label: 'heist' }] : new Promise(() => undefined);
    });
    const vocabulary = { ...defaultVocabulary(), searchKeywords };
    const onPageCreated = vi.fn();
    renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} onPageCreated={onPageCreated} />);
    const search = screen.getByRole('searchbox', { name: 'Search keywords' });
    await user.type(search, 'hei');
    expect(group('Keywords').getByText('Searching…')).toBeVisible();
    await waitFor(() => expect(searchKeywords).toHaveBeenCalledExactlyOnceWith('hei', expect.anything()));
    await user.type(search, 'st');
    await user.click(await group('Keywords').findByRole('checkbox', { name: 'heist' }));
    expect(searchKeywords).toHaveBeenCalledTimes(2);
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
    await user.clear(search);
    expect(option('Keywords', 'heist')).toBeChecked();
    expect(screen.getByText('Movies and series, about heist')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Apply filters' }));
    await waitFor(() => expect(onPageCreated.mock.calls[0]?.[1]).toEqual({ pageFilters: { keywords: [7] } }));
  });

  test('are searched again on “Try again” after a failure, which is reported once', async () => {
    const user = userEvent.setup();
    const error = new DiscovrError('NETWORK_ERROR', 'The keyword service is down.');
    const searchKeywords = vi.fn<NonNullable<FilterVocabulary['searchKeywords']>>();
    searchKeywords.mockRejectedValueOnce(error).mockResolvedValueOnce([{ id: '7', label: 'heist' }]);
    const vocabulary = { ...defaultVocabulary(), searchKeywords };
    const onError = vi.fn();
    renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} />, { provider: { onError } });
    await user.type(screen.getByRole('searchbox', { name: 'Search keywords' }), 'heist');
    await user.click(await group('Keywords').findByRole('button', { name: 'Try again' }));
    expect(await group('Keywords').findByRole('checkbox', { name: 'heist' })).toBeVisible();
    expect(searchKeywords).toHaveBeenCalledTimes(2);
    await waitFor(() => expect(onError).toHaveBeenCalledExactlyOnceWith(error, { operation: 'keywordSearch' }));
  });

  test('are searched again when the vocabulary is replaced, and those found before are not offered until then', async () => {
    const user = userEvent.setup();
    const label = deferred<Option[]>();
    const first = { ...defaultVocabulary(), searchKeywords: () => [{ id: '7', label: 'heist' }] };
    const second = { ...defaultVocabulary(), searchKeywords: () => label.promise };
    const { rerender } = renderWithDiscovr(<PageFilterForm vocabulary={first} />);
    await user.type(screen.getByRole('searchbox', { name: 'Search keywords' }), 'heist');
    expect(await group('Keywords').findByRole('checkbox', { name: 'heist' })).toBeVisible();
    rerender(<PageFilterForm vocabulary={second} />);
    expect(group('Keywords').getByText('Searching…')).toBeVisible();
    expect(group('Keywords').queryByRole('checkbox', { name: 'heist' })).toBeNull();
    await act(async () => label.resolve([{ id: '7', label: 'Raubzug' }]));
    expect(group('Keywords').getByRole('checkbox', { name: 'Raubzug' })).toBeVisible();
  });

  test('in the initial filters are named by the vocabulary', async () => {
    const resolve = vi.fn<NonNullable<FilterVocabulary['resolve']>>((_kind, ids) =>
      Promise.resolve(ids.map((id) => ({ id, label: `Keyword ${id}` }))),
    );
    const vocabulary = { ...defaultVocabulary(), resolve, searchKeywords: () => [] };
    renderWithDiscovr(<PageFilterForm vocabulary={vocabulary} defaultFilters={{ keywords: [9] }} />);
    expect(await group('Keywords').findByRole('checkbox', { name: 'Keyword 9' })).toBeChecked();
    expect(resolve).toHaveBeenCalledOnce();
  });
});

function choice(id: string): Option {
  return { id, label: `Service ${id}` };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
