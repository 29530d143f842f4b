'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { chosenIds } from '../../filters/activeFilters.js';
import { filterKinds, isChoicesKind } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { defaultLabels, defaultVocabulary, vocabularyIn } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary, LabelOf, Option, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { mergeMessages } from '../../messages/mergeMessages.js';
import { perObject } from '../../messages/perObject.js';
import { isDiscovrError } from '../../shared/errors.js';
import { failuresOf } from '../failures/failures.js';
import { useDebounced, useEqual } from '../hooks.js';
import { useDiscovrContext, useMessages, type Language } from '../provider/context.js';
import { vocabularyLists, type VocabularyList, type VocabularyLists } from './vocabularyLists.js';

const DEFAULT = defaultVocabulary();

/** Vocabularies in each language, shared by all components, so that they share the lists of a vocabulary. */
const vocabulariesIn = perObject(({ locale, messages }: Language) => {
  const language = { locale, messages: mergeMessages(vocabularyEnglish, messages) };
  return perObject((vocabulary: FilterVocabulary) => vocabularyIn(vocabulary, language));
});

/**
 * Returns the provider's vocabulary or the default one, with its built-in lists in the provider's language.
 *
 * @param caller name of the hook or component, for the error message.
 * @param custom vocabulary of the component, in place of the provider's.
 */
export function useVocabulary(caller: string, custom?: FilterVocabulary): FilterVocabulary {
  const { vocabulary, language } = useDiscovrContext(caller);
  return vocabulariesIn(language)(useEqual(custom) ?? vocabulary ?? DEFAULT);
}

/** Options that were found outside the lists, such as by a keyword search, grouped by kind. */
export type KnownOptions = ReadonlyMap<VocabularyKind, readonly Option[]>;

/** Returns a function that finds the labels of active filters, last in the default vocabulary; see {@link useLabels}. */
export function useLabelOf(vocabulary: FilterVocabulary, filters: FilterSpec, known: KnownOptions): LabelOf {
  const { locale } = useDiscovrContext('useLabelOf()');
  const messages = useMessages(vocabularyEnglish, undefined, 'useLabelOf()');
  const defaults = useMemo(() => defaultLabels({ locale, messages }), [locale, messages]);
  const choices = filterKinds
    .filter(isChoicesKind)
    .flatMap((kind) => chosenIds(filters, kind).map((id): Choice => ({ kind, id })));
  return useLabels(vocabulary, choices, known, defaults);
}

/** A chosen option. */
interface Choice {
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
    labelIn(listOf[kind](lists)?.options, id) ??
    lists.resolvedName(kind, id) ??
    defaults(kind, id);

  const unknown = choices.filter(
    ({ kind, id }) => listOf[kind](lists)?.status !== 'pending' && labelOf(kind, id) === undefined,
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

/** Functions that return the list with every option of a kind. Keywords have no list. */
const listOf: Readonly<Record<VocabularyKind, (lists: VocabularyLists) => VocabularyList | undefined>> = {
  genres: (lists) => lists.genres(undefined),
  keywords: () => undefined,
  regions: (lists) => lists.regions(),
  watchProviders: (lists) => lists.providers([]),
};

/** Milliseconds that the user must pause before a search is sent. */
const SEARCH_DEBOUNCE_MS = 250;

/** Result of a keyword search; `idle` when the query is empty. */
interface UseKeywordSearchResult extends Pick<VocabularyList, 'options' | 'retry'> {
  readonly status: 'idle' | VocabularyList['status'];
}

/** Response of a vocabulary to the search for a text. */
interface Found extends Pick<VocabularyList, 'status' | 'options'> {
  readonly text: string;
  readonly vocabulary?: FilterVocabulary;
}

const NOTHING_FOUND = { text: '', status: 'pending', options: [] } as const;

/** Searches keywords while the user types: sends a search after each pause, and aborts the previous search. */
export function useKeywordSearch(vocabulary: FilterVocabulary, query: string): UseKeywordSearchResult {
  const { client } = useDiscovrContext('useKeywordSearch()');
  const text = query.trim();
  const settled = useDebounced(text, SEARCH_DEBOUNCE_MS);
  const [attempt, setAttempt] = useState(0);
  // The response belongs to a text and a vocabulary, because either may have changed since.
  const [found, setFound] = useState<Found>(NOTHING_FOUND);
  useEffect(() => {
    if (!settled) return undefined;
    const search = new AbortController();
    const settle = (status: Found['status'], options: readonly Option[]) => {
      if (!search.signal.aborted) setFound({ text: settled, vocabulary, status, options });
    };
    const request = async () => vocabulary.searchKeywords?.(settled, { signal: search.signal }) ?? [];
    request().then(
      (options) => settle('success', options),
      (error: unknown) => {
        settle('error', []);
        if (!search.signal.aborted && isDiscovrError(error))
          failuresOf(client).notify({ error, operation: 'keywordSearch' });
      },
    );
    return () => search.abort();
  }, [client, vocabulary, settled, attempt]);
  const retry = () => {
    setFound(NOTHING_FOUND);
    setAttempt(attempt + 1);
  };
  const { status, options } = found.text === text && found.vocabulary === vocabulary ? found : NOTHING_FOUND;
  return { status: text ? status : 'idle', options, retry };
}

/** Returns the lists of a vocabulary, and re-renders when a list has loaded. */
export function useVocabularyLists(vocabulary: FilterVocabulary): VocabularyLists {
  const lists = vocabularyLists(vocabulary);
  useSyncExternalStore(lists.subscribe, lists.getVersion, lists.getVersion);
  return lists;
}
