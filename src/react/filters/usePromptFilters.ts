'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { activeFilters, chosenIds, withoutFilter } from '../../filters/activeFilters.js';
import { canonicalFilters, filtersKey } from '../../filters/canonicalFilters.js';
import { filterFields, filterKinds, kindsOf, withoutFilterKind, type FilterKind } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { OptionLists } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary, Option } from '../../filters/vocabulary/vocabulary.js';
import { withTwins } from '../../filters/genreTwins.js';
import { filtersEnglish } from '../../messages/english/filters.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import type { MessagesOverride } from '../../messages/messages.js';
import {
  mergePromptFilters,
  parsePrompt,
  type PromptChoice,
  type PromptPart,
  type PromptRest,
} from '../../prompts/parsePrompt.js';
import type { PromptOptions, PromptSynonyms } from '../../prompts/promptIndex.js';
import { raceAbort } from '../../shared/abort.js';
import { loadOnce } from '../../shared/lateModule.js';
import { startTimer } from '../../shared/time.js';
import { useDebounced, useLatestMethods } from '../hooks.js';
import { useDiscovrContext, useMessages } from '../provider/context.js';
import { useVocabularyLists, type KnownOptions } from './useLabels.js';
import { useLabelOf, useVocabulary } from './useVocabulary.js';

const english = { ...vocabularyEnglish, ...filtersEnglish };

/** How long the text rests before words that were not understood are shown, in milliseconds. */
const REST_MS = 800;

/** How long the text rests before the app's model is asked, in milliseconds. */
const ASK_MS = 600;

/** How long its answer is awaited, in milliseconds. */
const ANSWER_MS = 2_500;

const loadAnswers = loadOnce('wishes', () => import('./wishAnswers.js'));

/** Options of {@link usePromptFilters}. */
export interface UsePromptFiltersOptions extends Pick<PromptOptions, 'languages'> {
  /** The app's own words for ids. Define them at module level. */
  synonyms?: PromptSynonyms | undefined;
  /**
   * Asks the app's own model what a text means: when it has rested for 600 ms, or on Enter. What the library reads itself
   * (`filters`) is shown at once. The answer replaces it if it comes within 2.5 seconds and the text and the form are the
   * same. Ids that the vocabulary lacks, and ids of words under a "no", are left out; any other wrong answer is ignored.
   * @default there is no model
   */
  interpret?:
    ((text: string, context: { signal: AbortSignal; filters: FilterSpec }) => Promise<FilterSpec>) | undefined;
  /**
   * Vocabulary whose options are read.
   * @default the provider's vocabulary
   */
  vocabulary?: FilterVocabulary | undefined;
  /**
   * Filters beside the text, such as those that `applyTo` changes. Their type and their regions count where the text
   * names none: with the type "series", a genre that only films have is not applied.
   * @default there are none
   */
  within?: FilterSpec | undefined;
  /** Options that are read too, such as keywords that were found. Pass the same lists again. */
  lists?: OptionLists | undefined;
  /** Messages of the sentences that are read, which override the provider's. Define them at module level. */
  messages?: MessagesOverride | undefined;
}

/** Return value of {@link usePromptFilters}. */
export interface UsePromptFiltersResult {
  readonly text: string;
  readonly setText: (text: string) => void;
  /**
   * Sets a text that says the filters there are, as `describeFilter` returns it. Words that are then removed remove
   * their filters, whereas after `setText` the filters before the text return.
   */
  readonly describe: (text: string) => void;
  /** The words that were understood. A part with `choices` waits for one. */
  readonly parts: readonly PromptPart[];
  /** The words that were not applied, once the text has not changed for 800 ms. */
  readonly rest: readonly PromptRest[];
  /** The filters of the text, in canonical form. */
  readonly filters: FilterSpec;
  /** The filter kinds that the text is about. */
  readonly mentioned: readonly FilterKind[];
  /** Whether the model of `interpret` reads the text. */
  readonly isInterpreting: boolean;
  /** Asks `interpret` now. Returns whether its answer for the text is awaited. */
  readonly interpretNow: () => boolean;
  /** Keeps what is read now: does not await the answer of `interpret` for this text. */
  readonly keepReading: () => void;
  /** Removes the words of a part from the text. */
  readonly removePart: (part: PromptPart) => void;
  /** Chooses one meaning of a part, or gives words that were not applied a meaning. */
  readonly choose: (words: PromptRest, choice: PromptChoice) => void;
  /**
   * Returns other filters with those of the text: a kind is replaced when the text begins to mention it or means something
   * else by it. A kind that the text does not mention any longer returns to what it was, unless the user has changed it.
   * So do choices that a type or regions of the text did not offer.
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
  const { languages, synonyms, interpret, lists: own, within } = options;
  const { locale } = useDiscovrContext('usePromptFilters()');
  const messages = useMessages(english, options.messages, 'usePromptFilters()');
  const vocabulary = useVocabulary('usePromptFilters()', options.vocabulary);
  const all = useVocabularyLists(vocabulary);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [answer, setAnswer] = useState<Answer>({ text: '' });

  const genres = all.genres(undefined).options;
  const regions = all.regions().options;
  const watchProviders = all.providers([]).options;
  const keywords = all.popularKeywords().options;
  const version = all.getVersion();
  const type = within?.media_type;
  const regionsWithin = within?.region?.join();
  // Another object when a list has loaded.
  const loaded = useMemo(() => ({ all, version }), [all, version]);
  const reader = useMemo((): Reader => {
    const lists = {
      genres: withOthers(genres, own?.genres),
      keywords: withOthers(keywords, own?.keywords),
      regions: withOthers(regions, own?.regions),
      watchProviders: withOthers(watchProviders, own?.watchProviders),
    };
    const isIn = (list: readonly Option[], id: string) => list.some((option) => option.id === id);
    return {
      languages,
      locale,
      messages,
      lists,
      ...(synonyms && { synonyms }),
      within: { media_type: type, region: regionsWithin ? regionsWithin.split(',') : undefined },
      // What the vocabulary does not list in general, no type and no region excludes.
      genresOf: (mediaType) => {
        const ofType = loaded.all.genres(mediaType);
        const isOffered = ({ id }: Option) => isIn(ofType.options, id) || !isIn(genres, id);
        return ofType.status === 'success' ? lists.genres.filter(isOffered) : lists.genres;
      },
      isOfferedIn: (id, codes) => {
        const offered = loaded.all.providers(codes);
        return offered.status !== 'success' || isIn(offered.options, id) || !isIn(watchProviders, id);
      },
    };
  }, [
    languages,
    locale,
    messages,
    genres,
    keywords,
    regions,
    watchProviders,
    synonyms,
    own,
    loaded,
    type,
    regionsWithin,
  ]);
  const parsed = useMemo(() => parsePrompt(text, reader), [text, reader]);
  const settled = useDebounced(text, REST_MS);

  const [entered, setEntered] = useState('');
  const rested = useDebounced(text, ASK_MS);
  const canAsk = interpret !== undefined && text.trim() !== '' && answer.text !== text;
  const asked = canAsk && (text === rested || text === entered) ? text : '';
  const { ask } = useLatestMethods({
    ask: async (signal: AbortSignal) => {
      const { answerTo } = await loadAnswers();
      return answerTo({ text, interpret, parsed, reader, lists: all }, signal);
    },
  });
  useEffect(() => {
    if (!asked) return undefined;
    const asking = new AbortController();
    const stopTimer = startTimer(() => asking.abort(), ANSWER_MS);
    let isCurrent = true;
    const settle = (filters?: FilterSpec) => {
      if (isCurrent) setAnswer({ text: asked, filters });
    };
    // Without an answer, what the library has read stays.
    raceAbort(ask(asking.signal), asking.signal).then(settle, () => settle());
    return () => {
      isCurrent = false;
      stopTimer();
      asking.abort();
    };
  }, [asked, ask]);

  const answered = answer.text === text ? answer.filters : undefined;
  const labelOf = useLabelOf(vocabulary, answered ?? {}, NOTHING_KNOWN);
  const placeOf = (words: PromptRest) => text.slice(0, words.start).split(words.text).length - 1;
  const choiceFor = (words: PromptRest) => chosen.get(words.text)?.[placeOf(words)];
  const known = parsed.parts.map((part): PromptPart => {
    const { choices, ...words } = part;
    const choice = choices && choiceFor(part);
    return choice ? { ...words, ...choice } : part;
  });
  const given = parsed.rest.flatMap((words): PromptPart[] => {
    const choice = choiceFor(words);
    return choice ? [{ ...words, ...choice }] : [];
  });
  const read = [...known, ...given].sort((a, b) => a.start - b.start);
  const parts = answered
    ? partsOf(answered, read, (part) => choiceFor(part) !== undefined, { locale, messages, labelOf })
    : read;
  const rest = parsed.rest.filter((words) => {
    // Which of the words a model has understood, it does not say.
    const isRead = answered && (words.reason === undefined || words.reason === 'name');
    return !isRead && !choiceFor(words);
  });
  const filters = mergePromptFilters(parts.map((part) => part.filters));
  const isEmpty = (kind: FilterKind) => !kindsOf(parsed.filters).includes(kind);
  const about = answered ? parsed.mentioned.filter(isEmpty) : parsed.mentioned;
  const mentioned = [...new Set([...about, ...kindsOf(filters)])];
  const keepReading = () => {
    if (canAsk) setAnswer({ text });
  };
  const used = useRef<Used>({ before: {}, set: {}, kinds: [], result: {} });
  const described = useRef('');
  return {
    text,
    setText,
    describe(sentence) {
      described.current = sentence;
      setText(sentence);
    },
    parts,
    rest: settled === text && !asked ? rest : [],
    filters,
    mentioned,
    isInterpreting: asked !== '',
    interpretNow: () => {
      setEntered(text);
      return canAsk;
    },
    keepReading,
    removePart(part) {
      const { start, end, filters: gone } = part;
      if (start === end) return setAnswer({ text, filters: withoutValues(answered ?? {}, gone) });
      setText(`${text.slice(0, start)}${text.slice(end)}`.replaceAll(/\s+/g, ' ').trim());
      // Equal words after it take the place of those before.
      setChosen((before) => withChoices(before, part.text, (choices) => choices.splice(placeOf(part), 1)));
    },
    choose(words, choice) {
      keepReading();
      setChosen((before) => withChoices(before, words.text, (choices) => (choices[placeOf(words)] = choice)));
    },
    applyTo(current) {
      const { before, set, kinds, result } = used.current;
      const isMentioned = (kind: FilterKind) => mentioned.includes(kind);
      const isSame = (a: FilterSpec, b: FilterSpec, kind: FilterKind) => ofKind(a, kind) === ofKind(b, kind);
      // What a type or regions of the text do not offer was dropped. It returns with another type or other regions.
      const dropped = dependentKinds.filter(
        (kind) =>
          kinds.includes(ruling[kind]) &&
          isSame(current, set, ruling[kind]) &&
          isDropped(kind, result, current, reader),
      );
      const whole = withKinds(current, result, dropped);
      const added = mentioned.filter((kind) => !kinds.includes(kind));
      const changed = kinds.filter((kind) => isMentioned(kind) && !isSame(filters, set, kind));
      const gone = kinds.filter((kind) => !isMentioned(kind) && isSame(whole, set, kind));
      const next = withKinds(withKinds(whole, before, gone), filters, [...added, ...changed]);
      const earlier = withKinds(before, described.current === text ? {} : whole, added);
      used.current = { before: earlier, set: filters, kinds: mentioned, result: next };
      const stillDropped = dropped.filter((kind) => isSame(next, whole, kind) && isSame(next, current, ruling[kind]));
      return withKinds(next, current, stillDropped);
    },
  };
}

/** The options with which texts are read. All but the app's own are there. */
type Reader = Required<Omit<PromptOptions, 'synonyms' | 'today'>> &
  Pick<PromptOptions, 'synonyms'> & { readonly lists: Required<OptionLists> };

/** The chosen meanings by words: one for each place where the words stand in the text, as far as one is chosen. */
type Chosen = ReadonlyMap<string, readonly (PromptChoice | undefined)[]>;

/** Returns the chosen meanings after a change of those of some words. */
function withChoices(before: Chosen, words: string, change: (choices: (PromptChoice | undefined)[]) => void): Chosen {
  const choices = [...(before.get(words) ?? [])];
  change(choices);
  return new Map(before).set(words, choices);
}

/** What the text has replaced: the filters before, those it set, their kinds, and all filters that resulted. */
interface Used {
  readonly before: FilterSpec;
  readonly set: FilterSpec;
  readonly kinds: readonly FilterKind[];
  readonly result: FilterSpec;
}

/** The kinds whose choices depend on another kind. */
const dependentKinds = ['genres', 'watchProviders'] as const;
/** The kind on which the choices of a kind depend. */
const ruling = { genres: 'mediaType', watchProviders: 'regions' } as const;

/** Whether filters lack choices of others only because their type or their regions do not offer them. */
function isDropped(
  kind: (typeof dependentKinds)[number],
  others: FilterSpec,
  filters: FilterSpec,
  { genresOf, isOfferedIn }: Pick<Reader, 'genresOf' | 'isOfferedIn'>,
): boolean {
  const [before, now] = [chosenIds(others, kind), chosenIds(filters, kind)];
  const isOffered = (id: string) =>
    kind === 'genres'
      ? genresOf(filters.media_type).some((genre) => genre.id === id)
      : isOfferedIn(id, filters.region ?? []);
  const lost = before.filter((id) => !now.includes(id));
  // A genre can leave its twin.
  const known = withTwins(before);
  return lost.length > 0 && !lost.some(isOffered) && now.every((id) => known.includes(id));
}

const ofKind = (filters: FilterSpec, kind: FilterKind) =>
  JSON.stringify(filterFields[kind].keys.map((key) => filters[key]));

/** Returns filters with some kinds from others. */
function withKinds(filters: FilterSpec, others: FilterSpec, kinds: readonly FilterKind[]): FilterSpec {
  const kept = kinds.reduce(withoutFilterKind, filters);
  const taken = filterKinds.filter((kind) => !kinds.includes(kind)).reduce(withoutFilterKind, others);
  return canonicalFilters({ ...kept, ...taken });
}

const NOTHING_KNOWN: KnownOptions = new Map();

/** What the app's model has answered for a text; nothing if it has no usable answer. */
interface Answer {
  readonly text: string;
  readonly filters?: FilterSpec | undefined;
}

function withOthers(options: readonly Option[], others: readonly Option[] = []): readonly Option[] {
  const added = others.filter(({ id }) => !options.some((option) => option.id === id));
  return added.length > 0 ? [...options, ...added] : options;
}

/** Returns the parts that the user or an answer confirms, and a part without words for each other filter of the answer. */
function partsOf(
  answer: FilterSpec,
  read: readonly PromptPart[],
  isChosen: (part: PromptPart) => boolean,
  texts: NonNullable<Parameters<typeof activeFilters>[1]>,
): PromptPart[] {
  const kinds = kindsOf(answer);
  const confirmed = read.filter((part) => {
    const { filters, choices } = part;
    if (choices) return !kindsOf(choices[0]!.filters).some((kind) => kinds.includes(kind));
    return isChosen(part) || isWithin(filters, answer);
  });
  const others = confirmed.reduce((left, { filters }) => withoutValues(left, filters), answer);
  const place = { start: 0, end: 0, text: '' };
  const added = activeFilters(others, texts).map(({ kind, id, label }): PromptPart => {
    const all = withKinds({}, others, [kind]);
    const filters = id === undefined ? all : withoutValues(all, withoutFilter(all, { kind, id }));
    return { ...place, label, filters };
  });
  return [...confirmed, ...added];
}

/** Whether filters contain each value of others. */
function isWithin(others: FilterSpec, filters: FilterSpec): boolean {
  return filtersKey(withoutValues(others, filters)) === filtersKey({});
}

/** Returns filters without the values of others. */
function withoutValues(filters: FilterSpec, others: FilterSpec): FilterSpec {
  const entries = Object.entries(filters).map(([key, value]) => {
    const gone: unknown = others[key as keyof FilterSpec];
    if (Array.isArray(value)) {
      const values: readonly unknown[] = value;
      return [key, Array.isArray(gone) ? values.filter((one) => !gone.includes(one)) : values];
    }
    return [key, value === gone ? undefined : value];
  });
  return canonicalFilters(Object.fromEntries(entries) as FilterSpec);
}
