'use client';

import { useEffect, useMemo } from 'react';
import { chosenIds } from '../../filters/activeFilters.js';
import { filterKinds, isChoicesKind } from '../../filters/filterFields.js';
import { defaultLabels } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { FilterVocabulary, LabelOf, Option, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { useDiscovrContext } from '../provider/context.js';
import { useVocabularyLists } from './useVocabularyLists.js';
import { useMessages } from '../provider/useMessages.js';
import type { VocabularyList, VocabularyLists } from './vocabularyLists.js';

/** Options that were found outside the lists, such as by a keyword search, grouped by kind. */
export type KnownOptions = ReadonlyMap<VocabularyKind, readonly Option[]>;

/**
 * Returns a function that finds the label of an id, in this order: in the known options, in the vocabulary's lists, in
 * the names from the vocabulary's `resolve`, and in the default vocabulary. An id without a label is shown unchanged. A
 * list is loaded only for an id of its kind.
 */
export function useLabelOf(vocabulary: FilterVocabulary, filters: FilterSpec, known: KnownOptions): LabelOf {
  const { locale } = useDiscovrContext('useLabelOf()');
  const messages = useMessages(vocabularyEnglish, undefined, 'useLabelOf()');
  const lists = useVocabularyLists(vocabulary);
  const defaults = useMemo(() => defaultLabels({ locale, messages }), [locale, messages]);
  const labelOf: LabelOf = (kind, id) =>
    labelIn(known.get(kind), id) ??
    labelIn(listOf[kind](lists)?.options, id) ??
    lists.resolvedName(kind, id) ??
    defaults(kind, id);

  const unknown = filterKinds
    .filter(isChoicesKind)
    .flatMap((kind) => chosenIds(filters, kind).map((id) => ({ kind, id })))
    .filter(({ kind, id }) => listOf[kind](lists)?.status !== 'pending' && labelOf(kind, id) === undefined);
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

/** Functions that return the list with every option of a kind. Keywords have no list. */
const listOf: Readonly<Record<VocabularyKind, (lists: VocabularyLists) => VocabularyList | undefined>> = {
  genres: (lists) => lists.genres(undefined),
  keywords: () => undefined,
  regions: (lists) => lists.regions(),
  watchProviders: (lists) => lists.providers([]),
};
