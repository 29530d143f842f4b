import { useInfiniteQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { describe, expect, test } from 'vitest';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { mediaItems } from '../../../test/support/pageItems.js';
import { idle } from '../../../test/support/promises.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { DiscovrProvider } from '../provider/DiscovrProvider.js';
import { rowsQueryOptions } from '../pages/queries.js';
import { useDiscovr } from '../provider/useDiscovr.js';
import { useHistory, useListItems } from '../titles/useTitles.js';
import { useRowItems, useRows } from '../pages/useRows.js';

const film = mediaItems(1)[0]!;
const watched = {
  ...{ id: film.id, mediaType: 'movie' as const, title: film.title, updatedAt: '', createdAt: '' },
  ...{ progress: 100, completed: true, watched_count: 1 },
};
const row = (id: string, title = id) => ({ id, title, pageId: 'p', type: 'media' as const, createdAt: '' });

/** Creates a client whose lists never end: each batch has a new token and the entries that the test chooses. */
function endlessLists(batchOf: (number: number) => unknown[] = () => []) {
  let count = 0;
  const respond = async () => {
    count += 1;
    const entries = batchOf(count);
    return { rows: entries, items: entries, hasMore: true, nextPageToken: `token ${count}` };
  };
  const methods: object = {
    getRows: respond,
    getRowItems: respond,
    getWatchlistItems: respond,
    getHistoryItems: respond,
  };
  const client = Object.assign(new MinimalSdk(createEmulator()), methods);
  return {
    asked: () => count,
    Wrapper: ({ children }: { children?: React.ReactNode }) => (
      <DiscovrProvider client={client}>{children}</DiscovrProvider>
    ),
  };
}

interface Growing {
  data: unknown;
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Requests the next batch as long as there is one, like a list whose end is always visible. */
function useAllBatches<Query extends Growing>(query: Query): Query {
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
    // `data` is a dependency so that the effect runs again after each batch.
  }, [data, hasNextPage, isFetching, fetchNextPage]);
  return query;
}

const hooks = [
  ['rows of a page', () => useRows('p'), [row('r')]],
  ['items of a row', () => useRowItems('p', 'r'), [film]],
  ['titles of a list', () => useListItems('watchlist'), [film]],
  ['entries of the history', () => useHistory(), [watched]],
] as const;

/** Waits until no more requests are made. */
async function settled(asked: () => number, atLeast: number) {
  await waitFor(() => expect(asked()).toBeGreaterThanOrEqual(atLeast));
  await act(idle);
  await act(idle);
}

describe.each(hooks)('endless %s', (_name, useList, entries) => {
  test('stop after three empty batches, and again after each request to continue', async () => {
    const { asked, Wrapper } = endlessLists();
    const { result } = renderHook(() => useAllBatches<ReturnType<typeof useList>>(useList()), { wrapper: Wrapper });
    for (const total of [3, 6, 9]) {
      await settled(asked, total);
      expect(asked()).toBe(total);
      expect(result.current).toMatchObject({ isStalled: true, hasNextPage: false, isFetching: false, error: null });
      act(() => void result.current.fetchNextPage());
    }
    await settled(asked, 12);
  });

  test('stop after three batches that repeat existing entries', async () => {
    const { asked, Wrapper } = endlessLists(() => [...entries]);
    const { result } = renderHook(() => useAllBatches<ReturnType<typeof useList>>(useList()), { wrapper: Wrapper });
    await settled(asked, 4);
    expect(asked()).toBe(4);
    expect(result.current.isStalled).toBe(true);
  });
});

test('a resumed list continues automatically after a batch with a new entry', async () => {
  const { asked, Wrapper } = endlessLists((number) => (number === 4 ? [row('late')] : []));
  const { result } = renderHook(() => useAllBatches(useRows('p')), { wrapper: Wrapper });
  await settled(asked, 3);
  expect(asked()).toBe(3);
  act(() => void result.current.fetchNextPage());
  await settled(asked, 7);
  expect(asked()).toBe(7);
  expect(result.current).toMatchObject({ isStalled: true, hasNextPage: false });
  expect(result.current.data?.pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(['late']);
});

test('a list with empty batches between other batches does not stall', async () => {
  const { asked, Wrapper } = endlessLists((number) => (number % 3 === 0 && number < 12 ? [row(`r${number}`)] : []));
  const { result } = renderHook(() => useAllBatches(useRows('p')), { wrapper: Wrapper });
  await settled(asked, 12);
  expect(asked()).toBe(12);
  expect(result.current.data?.pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(['r3', 'r6', 'r9']);
});

test('a list that repeats a token has ended, not stalled', async () => {
  const { asked, Wrapper } = endlessLists();
  const { result } = renderHook(
    () => {
      const { client, queryClient } = useDiscovr();
      const query = useRows('p');
      return { client, queryClient, query };
    },
    { wrapper: Wrapper },
  );
  await settled(asked, 1);
  const again = { rows: [], hasMore: true, nextPageToken: 'again', pageId: 'p' };
  const key = rowsQueryOptions(result.current.client, 'p').queryKey;
  act(() => {
    result.current.queryClient.setQueryData(key, {
      pages: [again, again, again],
      pageParams: [null, { pageId: 'p', nextPageToken: 'a' }, { pageId: 'p', nextPageToken: 'again' }],
    });
  });
  await waitFor(() => expect(result.current.query).toMatchObject({ isStalled: false, hasNextPage: false }));
});

test('a list that is read with its query options instead of its hook stops too', async () => {
  const { asked, Wrapper } = endlessLists();
  const useOptions = () => {
    const { client, queryClient } = useDiscovr();
    return useAllBatches(useInfiniteQuery(rowsQueryOptions(client, 'p'), queryClient));
  };
  const { result } = renderHook(useOptions, { wrapper: Wrapper });
  await settled(asked, 3);
  expect(asked()).toBe(3);
  expect(result.current.hasNextPage).toBe(false);
});
