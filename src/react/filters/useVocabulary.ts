'use client';

import { useEffect, useMemo, useState } from 'react';
import { chosenIds } from '../../filters/activeFilters.js';
import { filterKinds, isChoicesKind } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { defaultLabels, defaultVocabulary, vocabularyIn } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary, LabelOf, Option } from '../../filters/vocabulary/vocabulary.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { mergeMessages } from '../../messages/mergeMessages.js';
import { perObject } from '../../messages/perObject.js';
import { isDiscovrError } from '../../shared/errors.js';
import { failuresOf } from '../failures/failures.js';
import { useDebounced, useEqual } from '../hooks.js';
import { useDiscovrContext, useMessages, type Language } from '../provider/context.js';
import { useLabels, type Choice, type KnownOptions } from './useLabels.js';
import type { VocabularyList } from './vocabularyLists.js';

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
