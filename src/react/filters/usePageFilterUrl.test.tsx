import { act, renderHook, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { filterSpecs } from '../../../test/arbitraries.js';
import { expectConsole } from '../../../test/setup/console.js';
import { adapters } from '../../../test/support/routers.js';
import { withoutFilter } from '../../filters/activeFilters.js';
import { canonicalFilters } from '../../filters/canonicalFilters.js';
import type { FilterUrlAdapter } from '../url/filterUrlAdapter.js';
import { usePageFilterUrl, type UsePageFilterUrlOptions } from './usePageFilterUrl.js';

const goTo = (url: string) => window.history.pushState(null, '', url);
const renderUrl = (options?: UsePageFilterUrlOptions) =>
  renderHook(() => usePageFilterUrl(options), { reactStrictMode: true });

beforeEach(() => goTo('/browse'));

describe.each(adapters)('usePageFilterUrl with %s', (_name, adapter) => {
  test('reads the filters of a link', () => {
    goTo('/browse?q=dune&f=1&f.genres=35.18&f.runtime=..90');
    const { result } = renderUrl({ adapter });
    expect(result.current).toMatchObject({ filters: { genres: [18, 35], with_runtime_lte: 90 }, source: 'url' });
  });

  test('reads any filters it has written to the URL', () => {
    const { result } = renderUrl({ adapter });
    fc.assert(
      fc.property(filterSpecs(), (filters) => {
        act(() => result.current.setFilters(filters));
        expect(result.current.filters).toEqual(canonicalFilters(filters));
        const elsewhere = renderUrl({ adapter });
        expect(elsewhere.result.current.filters).toEqual(canonicalFilters(filters));
        elsewhere.unmount();
      }),
      { numRuns: 30 },
    );
  });

  test('keeps other parameters', () => {
    goTo('/browse?q=a%20b&f=1&f.genres=35&view=list');
    const { result } = renderUrl({ adapter });
    act(() => result.current.setFilters({}));
    expect(window.location.pathname).toBe('/browse');
    expect(Object.fromEntries(new URLSearchParams(window.location.search))).toEqual({ q: 'a b', view: 'list', f: '1' });
  });

  test('moves through the filters on Back and Forward, and reports each move as navigation', async () => {
    const onFiltersChange = vi.fn();
    const { result } = renderUrl({ adapter, onFiltersChange });
    act(() => result.current.setFilters({ genres: [35] }));
    act(() => result.current.setFilters({ genres: [18] }, { reason: 'chip' }));
    expect(onFiltersChange.mock.calls).toEqual([
      [{ genres: [35] }, { reason: 'apply' }],
      [{ genres: [18] }, { reason: 'chip' }],
    ]);
    onFiltersChange.mockClear();
    act(() => window.history.back());
    await waitFor(() => expect(result.current.filters).toEqual({ genres: [35] }));
    act(() => window.history.back());
    await waitFor(() => expect(result.current).toMatchObject({ filters: {}, source: 'default' }));
    act(() => window.history.go(2));
    await waitFor(() => expect(result.current.filters).toEqual({ genres: [18] }));
    expect(onFiltersChange.mock.calls).toEqual([
      [{ genres: [35] }, { reason: 'navigation' }],
      [{}, { reason: 'navigation' }],
      [{ genres: [18] }, { reason: 'navigation' }],
    ]);
  });

  test('can replace the history entry, and adds none for equal filters', () => {
    const onFiltersChange = vi.fn();
    const { result } = renderUrl({ adapter, onFiltersChange });
    const entries = window.history.length;
    act(() => result.current.setFilters({ genres: [35, 18] }, { replace: true }));
    act(() => result.current.setFilters({ genres: [18, 35] }));
    expect(window.history.length).toBe(entries);
    expect(result.current.filters).toEqual({ genres: [18, 35] });
    expect(onFiltersChange).toHaveBeenCalledTimes(2);
  });
});

test('setting empty filters differs from a URL without filters', () => {
  const { result } = renderUrl({ defaultFilters: { genres: [99] } });
  expect(result.current).toMatchObject({ filters: { genres: [99] }, source: 'default' });
  act(() => result.current.setFilters({}));
  expect(window.location.search).toBe('?f=1');
  expect(result.current).toMatchObject({ filters: {}, source: 'url' });
});

test('the filters of a link win over the default filters', () => {
  goTo('/browse?f=1&f.genres=35');
  const onFiltersChange = vi.fn();
  const { result, rerender } = renderHook(
    (defaultFilters: UsePageFilterUrlOptions['defaultFilters']) =>
      usePageFilterUrl({ defaultFilters, onFiltersChange }),
    { initialProps: {} },
  );
  rerender({ genres: [99] });
  expect(result.current.filters).toEqual({ genres: [35] });
  expect(onFiltersChange).not.toHaveBeenCalled();
});

test('the hook reports nothing and keeps the filters object on mount and when another parameter changes', async () => {
  goTo('/browse?f=1&f.genres=35');
  const onFiltersChange = vi.fn();
  const { result } = renderUrl({ onFiltersChange });
  const { filters, setFilters } = result.current;
  goTo('/browse?f=1&f.genres=35&view=list');
  act(() => void window.dispatchEvent(new PopStateEvent('popstate')));
  expect(result.current.filters).toBe(filters);
  expect(result.current.setFilters).toBe(setFilters);
  expect(onFiltersChange).not.toHaveBeenCalled();
});

test('setting filters keeps the path and the hash', () => {
  goTo('/browse?q=1#rail-3');
  const { result } = renderUrl();
  act(() => result.current.setFilters({ media_type: 'tv' }));
  expect(window.location.href).toMatch(/\/browse\?q=1&f=1&f\.type=tv#rail-3$/);
});

test('setting filters keeps parameters that another script wrote after the last render', () => {
  const { result } = renderUrl();
  goTo('/browse?view=list');
  act(() => result.current.setFilters({ genres: [35] }));
  expect(window.location.search).toBe('?view=list&f=1&f.genres=35');
});

test('a change starts from the last one while the router has not changed the URL, and Back is still noticed', () => {
  const start = '?f=1&f.genres=99.18.35';
  let commit: (search: string) => void = () => {};
  let navigatedTo = '';
  const adapter: FilterUrlAdapter = {
    useUrl() {
      const [search, setSearch] = useState(start);
      commit = setSearch;
      return { search, readSearch: () => search, navigate: (next) => void (navigatedTo = next) };
    },
  };
  const onFiltersChange = vi.fn();
  const { result } = renderUrl({ adapter, onFiltersChange });
  const remove = (id: string) =>
    act(() => result.current.setFilters(withoutFilter(result.current.filters, { kind: 'genres', id })));
  remove('18');
  expect(result.current).toMatchObject({ filters: { genres: [35, 99] }, source: 'url' });
  remove('35');
  expect(result.current.filters).toEqual({ genres: [99] });
  act(() => commit(navigatedTo));
  expect(result.current.filters).toEqual({ genres: [99] });
  expect(onFiltersChange).toHaveBeenCalledTimes(2);
  act(() => commit(start));
  expect(result.current.filters).toEqual({ genres: [18, 35, 99] });
  expect(onFiltersChange).toHaveBeenLastCalledWith({ genres: [18, 35, 99] }, { reason: 'navigation' });
});

test('a router that has refused to change the URL is asked again', () => {
  const navigate = vi.fn<ReturnType<FilterUrlAdapter['useUrl']>['navigate']>();
  const url = { search: '', readSearch: () => '', navigate };
  const { result } = renderUrl({ adapter: { useUrl: () => url } });
  for (let tries = 0; tries < 2; tries++) act(() => result.current.setFilters({ genres: [35] }));
  expect(navigate.mock.calls).toEqual([
    ['f=1&f.genres=35', { replace: false }],
    ['f=1&f.genres=35', { replace: false }],
  ]);
});

test('two hooks share one URL when their prefixes differ', () => {
  const first = renderUrl({ prefix: 'left' });
  const second = renderUrl({ prefix: 'right' });
  act(() => first.result.current.setFilters({ genres: [35] }));
  act(() => second.result.current.setFilters({ genres: [18] }));
  expect(window.location.search).toBe('?left=1&left.genres=35&right=1&right.genres=18');
  expect(first.result.current.filters).toEqual({ genres: [35] });
});

test('invalid parameters are ignored, and a warning names each of them once', () => {
  expectConsole(/the URL parameter "f.genres" is invalid/);
  goTo('/browse?f=1&f.genres=35.secret&f.type=tv');
  const first = renderUrl();
  renderUrl();
  expect(first.result.current.filters).toEqual({ genres: [35], media_type: 'tv' });
  const warnings = vi.mocked(console.warn).mock.calls.flat().join('\n');
  expect(warnings.match(/is invalid/g)).toHaveLength(1);
  expect(warnings).not.toContain('secret');
});
