'use client';

import { useQuery } from '@tanstack/react-query';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { useDiscovrContext } from '../provider/context.js';
import { queryDefaults } from '../query/queryDefaults.js';
import { discovrKeys } from '../query/queryKeys.js';
import { useDebounced } from '../useDebounced.js';
import { vocabularyLists, type VocabularyList } from './vocabularyLists.js';

/** Milliseconds that the user must pause before a search is sent. */
const SEARCH_DEBOUNCE_MS = 250;

/** Result of a keyword search; `idle` when the query is empty. */
export interface UseKeywordSearchResult extends Pick<VocabularyList, 'options' | 'retry'> {
  readonly status: 'idle' | VocabularyList['status'];
}

/** Searches keywords while the user types: sends a search after each pause, and aborts the previous search. */
export function useKeywordSearch(vocabulary: FilterVocabulary, query: string): UseKeywordSearchResult {
  const { queryClient } = useDiscovrContext('useKeywordSearch()');
  const text = query.trim();
  const settled = useDebounced(text, SEARCH_DEBOUNCE_MS);
  const search = useQuery(
    {
      ...queryDefaults,
      queryKey: discovrKeys.vocabulary(vocabularyLists(vocabulary).id, 'keywords', settled),
      queryFn: async ({ signal }) => (await vocabulary.searchKeywords?.(settled, { signal })) ?? [],
      enabled: settled !== '',
    },
    queryClient,
  );
  const retry = () => void search.refetch();
  if (!text) return { status: 'idle', options: [], retry };
  if (text !== settled || search.isFetching) return { status: 'pending', options: [], retry };
  return { status: search.status, options: search.data ?? [], retry };
}
