'use client';

import { useMemo, useRef, useState } from 'react';
import { canonicalFilters } from '../../filters/canonicalFilters.js';
import { filterFields, filterKinds, kindsOf, withoutFilterKind, type FilterKind } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { filtersEnglish } from '../../messages/english/filters.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import {
  mergePromptFilters,
  parsePrompt,
  type PromptChoice,
  type PromptPart,
  type PromptRest,
} from '../../prompts/parsePrompt.js';
import type { PromptOptions, PromptSynonyms } from '../../prompts/promptIndex.js';
import { useDebounced } from '../hooks.js';
import { useDiscovrContext, useMessages } from '../provider/context.js';
import { useVocabularyLists } from './useLabels.js';
import { useVocabulary } from './useVocabulary.js';

const english = { ...vocabularyEnglish, ...filtersEnglish };

/** How long the text rests before words that were not understood are shown, in milliseconds. */
const REST_MS = 800;

/** Options of {@link usePromptFilters}. */
export interface UsePromptFiltersOptions extends Pick<PromptOptions, 'languages'> {
  /** The app's own words for ids. Define them at module level. */
  synonyms?: PromptSynonyms | undefined;
  /**
   * Vocabulary whose options are read.
   * @default the provider's vocabulary
   */
  vocabulary?: FilterVocabulary | undefined;
}

/** Return value of {@link usePromptFilters}. */
export interface UsePromptFiltersResult {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The words that were understood. A part with `choices` waits for one. */
  readonly parts: readonly PromptPart[];
  /** The words that were not applied, once the text has not changed for 800 ms. */
  readonly rest: readonly PromptRest[];
  /** The filters of the text, in canonical form. */
  readonly filters: FilterSpec;
  /** The filter kinds that the text is about. */
  readonly mentioned: readonly FilterKind[];
  /** Removes the words of a part from the text. */
  readonly removePart: (part: PromptPart) => void;
  /** Chooses one meaning of a part. */
  readonly choose: (part: PromptPart, choice: PromptChoice) => void;
  /**
   * Returns other filters with those of the text: a kind is replaced when the text begins to mention it or means something
   * else by it. A kind that the text does not mention any longer returns to what it was, unless the user has changed it.
   */
  readonly applyTo: (filters: FilterSpec) => FilterSpec;
}

/**
 * Reads a wish in plain words as filters, with the provider's vocabulary and messages. See `parsePrompt`.
 *
 * @throws {Error} when used outside a `<DiscovrProvider>`.
 * @example
 * const { text, setText, filters } = usePromptFilters({ languages: [en] });
 * <input value={text} onChange={(event) => setText(event.target.value)} />
 * <DiscovrPage filters={filters} />
 */
export function usePromptFilters(options: UsePromptFiltersOptions): UsePromptFiltersResult {
  const { languages, synonyms } = options;
  const { locale } = useDiscovrContext('usePromptFilters()');
  const messages = useMessages(english, undefined, 'usePromptFilters()');
  const all = useVocabularyLists(useVocabulary('usePromptFilters()', options.vocabulary));
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, PromptChoice>>(new Map());

  const genres = all.genres(undefined).options;
  const regions = all.regions().options;
  const watchProviders = all.providers([]).options;
  const parsed = useMemo(() => {
    const lists = { genres, regions, watchProviders };
    return parsePrompt(text, { languages, locale, messages, lists, ...(synonyms && { synonyms }) });
  }, [text, languages, locale, messages, genres, regions, watchProviders, synonyms]);
  const settled = useDebounced(text, REST_MS);

  const parts = parsed.parts.map((part): PromptPart => {
    const { choices, ...words } = part;
    const choice = choices && chosen.get(part.text);
    return choice ? { ...words, ...choice } : part;
  });
  const filters = mergePromptFilters(parts.map((part) => part.filters));
  const mentioned = [...new Set([...parsed.mentioned, ...kindsOf(filters)])];
  const used = useRef<Used>({ before: {}, set: {}, kinds: [] });
  return {
    text,
    setText,
    parts,
    rest: settled === text ? parsed.rest : [],
    filters,
    mentioned,
    removePart: ({ start, end }) => setText(`${text.slice(0, start)}${text.slice(end)}`.replaceAll(/\s+/g, ' ').trim()),
    choose: (part, choice) => setChosen((known) => new Map(known).set(part.text, choice)),
    applyTo(current) {
      const { before, set, kinds } = used.current;
      const isMentioned = (kind: FilterKind) => mentioned.includes(kind);
      const isSame = (a: FilterSpec, b: FilterSpec) => (kind: FilterKind) => ofKind(a, kind) === ofKind(b, kind);
      const added = mentioned.filter((kind) => !kinds.includes(kind));
      const changed = kinds.filter((kind) => isMentioned(kind) && !isSame(filters, set)(kind));
      const gone = kinds.filter((kind) => !isMentioned(kind) && isSame(current, set)(kind));
      used.current = { before: withKinds(before, current, added), set: filters, kinds: mentioned };
      return withKinds(withKinds(current, before, gone), filters, [...added, ...changed]);
    },
  };
}

/** What the text has replaced: the filters before, those it set, and their kinds. */
interface Used {
  readonly before: FilterSpec;
  readonly set: FilterSpec;
  readonly kinds: readonly FilterKind[];
}

const ofKind = (filters: FilterSpec, kind: FilterKind) =>
  JSON.stringify(filterFields[kind].keys.map((key) => filters[key]));

/** Returns filters with some kinds from others. */
function withKinds(filters: FilterSpec, others: FilterSpec, kinds: readonly FilterKind[]): FilterSpec {
  const kept = kinds.reduce(withoutFilterKind, filters);
  const taken = filterKinds.filter((kind) => !kinds.includes(kind)).reduce(withoutFilterKind, others);
  return canonicalFilters({ ...kept, ...taken });
}
