'use client';

import { useSyncExternalStore } from 'react';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { vocabularyLists, type VocabularyLists } from './vocabularyLists.js';

/** Gives the lists of a vocabulary, and renders again when one that was read comes later. */
export function useVocabularyLists(vocabulary: FilterVocabulary): VocabularyLists {
  const lists = vocabularyLists(vocabulary);
  useSyncExternalStore(lists.subscribe, lists.getVersion, lists.getVersion);
  return lists;
}
