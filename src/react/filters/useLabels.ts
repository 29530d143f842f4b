'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { FilterVocabulary, LabelOf, Option, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { useHydrated } from '../hooks.js';
import { vocabularyLists, type VocabularyList, type VocabularyLists } from './vocabularyLists.js';

/** Options that were found outside the lists, such as by a keyword search, grouped by kind. */
export type KnownOptions = ReadonlyMap<VocabularyKind, readonly Option[]>;

export const NO_KNOWN_OPTIONS: KnownOptions = new Map();

/** A chosen option. */
export interface Choice {
  readonly kind: VocabularyKind;
  readonly id: string;
}

/**
 * Returns a function that finds the label of an id, in this order: in the known options, in the vocabulary's lists, in
 * the names from the vocabulary's `resolve`, and in the default labels. An id without a label is shown unchanged. A list
 * is loaded only for an id of its kind.
 *
 * @param choices what the returned function will be asked for, so that a vocabulary can look up its names in one call.
 */
export function useLabels(
  vocabulary: FilterVocabulary,
  choices: readonly Choice[],
  known: KnownOptions,
  defaults: LabelOf,
): LabelOf {
  const lists = useVocabularyLists(vocabulary);
  const labelOf: LabelOf = (kind, id) =>
    labelIn(known.get(kind), id) ??
    labelIn(listOf[kind](lists).options, id) ??
    lists.resolvedName(kind, id) ??
    defaults(kind, id);

  const unknown = choices.filter(
    ({ kind, id }) => listOf[kind](lists).status !== 'pending' && labelOf(kind, id) === undefined,
  );
  const unknownKey = JSON.stringify(unknown);
  useEffect(() => {
    // `unknownKey` is the JSON of `unknown`.
    const entries = JSON.parse(unknownKey) as typeof unknown;
    for (const kind of new Set(entries.map((entry) => entry.kind))) {
      void lists.resolve(
        kind,
        entries.filter((entry) => entry.kind === kind).map((entry) => entry.id),
      );
    }
  }, [lists, unknownKey]);
  return labelOf;
}

function labelIn(options: readonly Option[] | undefined, id: string): string | undefined {
  return options?.find((option) => option.id === id)?.label;
}

/** Functions that return the list with every option of a kind. Of the keywords, only popular ones have a list. */
const listOf: Readonly<Record<VocabularyKind, (lists: VocabularyLists) => VocabularyList>> = {
  genres: (lists) => lists.genres(undefined),
  keywords: (lists) => lists.popularKeywords(),
  regions: (lists) => lists.regions(),
  watchProviders: (lists) => lists.providers([]),
};

/** Returns the lists of a vocabulary, and re-renders when a list has loaded. */
export function useVocabularyLists(vocabulary: FilterVocabulary): VocabularyLists {
  const lists = vocabularyLists(vocabulary);
  useSyncExternalStore(lists.subscribe, lists.getVersion, lists.getVersion);
  return useHydrated() ? lists : lists.first;
}
