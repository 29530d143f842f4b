'use client';

import { useQuery } from '@tanstack/react-query';
import type { FilterVocabulary, Option, OptionsResult } from '../filters/vocabulary.js';
import { isPending } from '../filters/vocabulary.js';
import { useDiscovrContext } from './context.js';
import { queryDefaults } from './queryDefaults.js';
import { discovrKeys } from './queryKeys.js';
import { vocabularyLists, type VocabularyLists } from './vocabularyLists.js';

/** A list of options, or how far it has come. */
export interface UseOptionsResult {
  readonly status: 'pending' | 'success' | 'error';
  /** Empty until there is a list. */
  readonly options: readonly Option[];
  /** Asks again after a failure. */
  readonly retry: () => void;
}

const NO_OPTIONS: readonly Option[] = [];

/**
 * Reads one list of a vocabulary: at once where it answers at once, else through TanStack Query.
 *
 * @param name name of the list and its argument, for the query key.
 */
export function useOptions(
  vocabulary: FilterVocabulary,
  name: string,
  read: (lists: VocabularyLists) => OptionsResult,
): UseOptionsResult {
  const { queryClient } = useDiscovrContext('useOptions()');
  const lists = vocabularyLists(vocabulary);
  const answer = read(lists);
  const isLater = isPending(answer);
  const query = useQuery(
    {
      ...queryDefaults,
      queryKey: discovrKeys.vocabulary(lists.id, name, null),
      queryFn: async () => read(lists),
      enabled: isLater,
    },
    queryClient,
  );
  const retry = () => {
    lists.forget(read(lists));
    void query.refetch();
  };
  if (!isLater) return { status: 'success', options: answer, retry };
  const status = query.isFetching ? 'pending' : query.status;
  return { status, options: query.data ?? NO_OPTIONS, retry };
}
