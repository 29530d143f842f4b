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
import { useWords } from '../provider/useWords.js';
import type { VocabularyList, VocabularyLists } from './vocabularyLists.js';

/** Options met outside the lists, such as found keywords, by kind. */
export type OptionsMet = ReadonlyMap<VocabularyKind, readonly Option[]>;

/**
 * Names the ids of a filter: from options a person met in a search, from the vocabulary's lists, and for the rest from
 * the vocabulary's `resolve`. An id that stays unknown has no name, and is shown as it is. A list is only read for an id
 * of its kind.
 */
export function useLabelOf(vocabulary: FilterVocabulary, filters: FilterSpec, met: OptionsMet): LabelOf {
  const { locale } = useDiscovrContext('useLabelOf()');
  const messages = useWords(vocabularyEnglish, undefined, 'useLabelOf()');
  const lists = useVocabularyLists(vocabulary);
  const defaults = useMemo(() => defaultLabels({ locale, messages }), [locale, messages]);
  const labelOf: LabelOf = (kind, id) =>
    labelIn(met.get(kind), id) ??
    labelIn(listOf[kind](lists)?.options, id) ??
    lists.resolvedName(kind, id) ??
    defaults(kind, id);

  const unknown = filterKinds
    .filter(isChoicesKind)
    .flatMap((kind) => chosenIds(filters, kind).map((id) => ({ kind, id })))
    .filter(({ kind, id }) => listOf[kind](lists)?.status !== 'pending' && labelOf(kind, id) === undefined);
  const unknownKey = JSON.stringify(unknown);
  useEffect(() => {
    // Made just above.
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

/** The list that holds every option of a kind; keywords have none. */
const listOf: Readonly<Record<VocabularyKind, (lists: VocabularyLists) => VocabularyList | undefined>> = {
  genres: (lists) => lists.genres(undefined),
  keywords: () => undefined,
  regions: (lists) => lists.regions(),
  watchProviders: (lists) => lists.providers([]),
};
