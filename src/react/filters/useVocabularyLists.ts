'use client';

import { useSyncExternalStore } from 'react';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { vocabularyLists, type VocabularyLists } from './vocabularyLists.js';

/** Returns the lists of a vocabulary, and re-renders when a list has loaded. */
export function useVocabularyLists(vocabulary: FilterVocabulary): VocabularyLists {
  const lists = vocabularyLists(vocabulary);
  useSyncExternalStore(lists.subscribe, lists.getVersion, lists.getVersion);
  return lists;
}
