import { withTextDefaults, type FilterTextOptions } from '../filters/activeFilters.js';
import type { FilterSpec, MediaType } from '../filters/filterSpec.js';
import { genreIdsFor, labelsFrom, regionCodes, type OptionLists } from '../filters/vocabulary/defaultVocabulary.js';
import type { LabelOf, Option, VocabularyKind } from '../filters/vocabulary/vocabulary.js';
import { watchProviders } from '../filters/vocabulary/watchProviders.js';
import { fold } from './fold.js';
import type { PromptBound, PromptLanguage, PromptUnit, UnsupportedWish, VagueWish, WordList } from './language.js';
import { sentenceReader, type Labels, type SentenceReader } from './sentences.js';
import { trieOf, type WordsAt } from './trie.js';
import { SHORTEST_CORRECTED, spellingsNear } from './typos.js';

/** Whether a word stands before or after what it belongs to. */
type Side = 'pre' | 'post';

/**
 * What a word means. A word can have several meanings: "Max" is a bound, and a watch provider. A class, because engines
 * read objects faster that all have the same properties.
 */
export class Meaning {
  readonly type?: MediaType;
  /** Ids of options by kind. Those of one word mean any of them. */
  readonly ids?: Readonly<Partial<Record<VocabularyKind, readonly string[]>>>;
  readonly number?: number;
  readonly half?: boolean;
  readonly unit?: PromptUnit;
  /** First year. */
  readonly decade?: number;
  readonly decadeMark?: Side;
  readonly pre?: PromptBound;
  readonly post?: PromptBound;
  readonly range?: boolean;
  /** Years before this one: "last year" is 1. */
  readonly yearsAgo?: number;
  readonly place?: Side;
  readonly service?: Side;
  readonly not?: Side;
  /** Whether a word before ends at a closing word, or a word after reaches back to a comma only. */
  readonly isShort?: boolean;
  /** Word such as 的, which ends what a short word excludes. */
  readonly closing?: boolean;
  /** Whether it excludes the word that it ends, such as "-free". */
  readonly isEnding?: boolean;
  /** Whether it excludes the next word only, such as 안. */
  readonly isAffix?: boolean;
  readonly turn?: boolean;
  /** Whether the words after it replace earlier ones of the same kind. */
  readonly correction?: boolean;
  readonly opaque?: Side;
  readonly topic?: boolean;
  readonly vague?: VagueWish;
  readonly reason?: UnsupportedWish;
  readonly joiner?: boolean;
  readonly filler?: boolean;
  /** Side where an unknown word makes it a common word, such as "fantasy"; after `post`, both. */
  readonly common?: Side;
}

/** Returns a meaning with all parts of others. */
export const createMeaning = (...others: readonly (Meaning | undefined)[]): Meaning =>
  Object.assign(new Meaning(), ...others);

/** The meaning of a word that has none. */
export const nothing = createMeaning();

/** The app's own words for ids, by kind. Several ids mean any of them. */
export type PromptSynonyms = {
  readonly [Kind in VocabularyKind]?: Readonly<Record<string, string | readonly string[]>>;
};

/** Options of `parsePrompt`. */
export interface PromptOptions extends Omit<FilterTextOptions, 'labelOf'> {
  /**
   * Languages of the text, such as `[de, en]`, since people mix English in. Where two languages have the same word, that
   * of the first one counts.
   */
  readonly languages: readonly PromptLanguage[];
  /**
   * Options of the vocabulary, by kind. Pass the same lists again: indexing takes longer than reading.
   * @default the built-in lists, and no keywords
   */
  readonly lists?: OptionLists;
  /**
   * Returns the genres of a media type, as the vocabulary does. A genre that the type does not have is not applied.
   * @default the genres of `lists`, without built-in ones of the other type
   */
  readonly genresOf?: (mediaType: MediaType | undefined) => readonly Pick<Option, 'id'>[];
  /**
   * Whether a watch provider is available in at least one of these regions.
   * @default the regions of the built-in watch providers; others are available everywhere
   */
  readonly isOfferedIn?: (id: string, regions: readonly string[]) => boolean;
  /** Filters beside the text: their type and their regions count where the text names none. */
  readonly within?: Pick<FilterSpec, 'media_type' | 'region'>;
  /** The app's own words for ids. */
  readonly synonyms?: PromptSynonyms;
  /**
   * Reference day, `YYYY-MM-DD`, for words such as "this year".
   * @default today on the device
   */
  readonly today?: string;
}

/** Words and labels, ready for reading many texts. */
export interface PromptIndex {
  readonly words: WordsAt<Meaning>;
  readonly sentences: SentenceReader;
  readonly labelOf: LabelOf;
  /** Ids of the genres. */
  readonly genres: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly prefixes: WordsAt<boolean>;
  /** Returns the single word of a type, genre or watch provider that is one edit away. */
  readonly correct: (word: string) => Meaning | undefined;
}

/** Usual short forms, and earlier names, of the built-in watch providers. The first id is that of the full name. */
const providerWords: Readonly<Record<string, WordList>> = {
  '119 9': 'prime|prime video|amazon-prime|amazon prime video|amazon',
  '337': 'disney|disney-plus',
  '350': 'apple-tv|apple-tv plus|appletv plus|apple-tv+',
  '1899': 'hbo-max|hbo|max',
  '531': 'paramount|paramount plus',
  '283': 'crunchy-roll',
  '300': 'pluto',
  '188': 'yt premium',
  '2': 'itunes',
  '8': 'netflicks',
};

let latest: { key: readonly unknown[]; index: PromptIndex } | undefined;

/** Returns the index for these options. That of the latest options is kept, because indexing takes longer than reading. */
export function indexOf(options: PromptOptions): PromptIndex {
  const { languages, locale, messages, lists = {}, synonyms } = options;
  const { genres, keywords, regions, watchProviders: providers } = lists;
  const key = [locale, messages, genres, keywords, regions, providers, synonyms, ...languages];
  if (latest?.key.length !== key.length || key.some((part, position) => part !== latest?.key[position]))
    latest = { key, index: createIndex(options) };
  return latest.index;
}

function createIndex(options: PromptOptions): PromptIndex {
  const { locale, messages, labelOf } = withTextDefaults(options);
  const kinds: readonly VocabularyKind[] = ['genres', 'watchProviders', 'keywords', 'regions'];
  const builtIn = builtInLists(labelOf);
  // Object.fromEntries loses the types of the keys. A list is `undefined` while the app loads it.
  const lists = Object.fromEntries(
    kinds.map((kind) => [kind, options.lists?.[kind] ?? builtIn[kind]]),
  ) as Required<OptionLists>;
  const words = new Map<string, Meaning>();
  const labels = new Map<string, Labels>();

  for (const language of options.languages) addLanguage(words, language, lists);
  for (const [ids, list] of Object.entries(providerWords)) {
    const offered = offeredOf('watchProviders', ids, lists);
    if (offered.length > 0) add(words, list.split('|'), { ids: { watchProviders: offered } });
  }
  for (const kind of kinds) {
    for (const [word, ids] of Object.entries(options.synonyms?.[kind] ?? {}))
      add(words, [word], { ids: { [kind]: [ids].flat() } });
    for (const { id, label } of lists[kind]) {
      const word = fold(label).text.trim();
      if (word) labels.set(word, { [kind]: id, ...labels.get(word) });
      add(words, [label], { ids: { [kind]: [id] } });
    }
  }
  const all = (part: (language: PromptLanguage) => WordList | undefined) =>
    options.languages.flatMap((language) => foldedWords(part(language)));
  const endings = new Set(all((language) => `${language.endings ?? ''}|${language.links ?? ''}`));
  return {
    words: trieOf(words),
    sentences: sentenceReader(trieOf(labels), messages.summary, locale),
    labelOf: labelsFrom(lists),
    genres: new Set(lists.genres.map(({ id }) => id)),
    endings,
    links: ['', ...all((language) => language.links)],
    prefixes: trieOf(new Map(all((language) => language.prefixes).map((prefix) => [prefix, true]))),
    correct: spellingsNear(
      [...words].flatMap(([word, { type, ids, filler }]) => {
        const isCorrected = type ?? ids?.genres ?? ids?.watchProviders;
        // A short word with an ending is as near to others: "max" with "es" to "makes".
        if (!isCorrected || filler || word.length < SHORTEST_CORRECTED) return [];
        const name = createMeaning({ ...(type && { type }), ...(ids && { ids }) });
        return ['', ...endings].map((ending) => [word + ending, name] as const);
      }),
      new Set(all((language) => language.neighbors)),
    ),
  };
}

function builtInLists(labelOf: LabelOf): Required<OptionLists> {
  const named = (kind: VocabularyKind, ids: readonly (number | string)[]): Option[] =>
    ids.map((id) => ({ id: String(id), label: labelOf(kind, String(id)) ?? String(id) }));
  return {
    genres: named('genres', genreIdsFor(undefined)),
    keywords: [],
    regions: named('regions', regionCodes),
    watchProviders: watchProviders.map(({ id, name }) => ({ id, label: name })),
  };
}

function addLanguage(words: Map<string, Meaning>, language: PromptLanguage, lists: Required<OptionLists>): void {
  const own = new Map<string, Meaning>();
  const put = (list: WordList | undefined, meaning: Meaning) => {
    for (const word of spelled(list, language)) own.set(word, createMeaning(own.get(word), meaning));
  };
  /** Adds words beside what they belong to: `under #`, `# or less`, `不#的` up to a closing word, `,#は除く` back to a comma. */
  const putBeside = (list: WordList | undefined, meaningOf: (side: Side) => Meaning) => {
    for (const template of list?.split('|') ?? []) {
      const [before = '', after] = template.split('#');
      const isAfter = after !== undefined && (before === '' || before === ',');
      const isShort = isAfter ? before === ',' : !!after;
      const word = isAfter ? after : before;
      put(word, meaningOf(isAfter ? 'post' : 'pre'));
      if (isShort) put(word, { isShort });
      if (!isAfter) put(after, { closing: true });
    }
  };
  const each = <Key extends string>(
    list: Readonly<Partial<Record<Key, WordList>>> | undefined,
    meaningOf: (key: Key) => Meaning,
  ) => {
    // The keys are those of the record.
    for (const key of Object.keys(list ?? {}) as Key[]) put(list?.[key], meaningOf(key));
  };

  put(language.filler, { filler: true });
  each(language.types, (type) => ({ type }));
  for (const [ids, list] of Object.entries(language.genres)) {
    const names = spelled(list, language);
    const offered = offeredOf('genres', ids, lists);
    // A genre that is two has a keyword in some lists: "romcom".
    const keyword =
      offered.length > 1 ? lists.keywords.find(({ label }) => names.includes(fold(label).text)) : undefined;
    if (keyword) put(list, { ids: { keywords: [keyword.id] } });
    else if (offered.length > 0) put(list, { ids: { genres: offered } });
  }
  const regionOf = (code: string): Meaning => ({
    ids: { regions: [code] },
    ...(language.nounsAreOrigins && { reason: 'origin' }),
  });
  each(language.regions, regionOf);
  for (const [ids, list] of Object.entries(language.providers ?? {})) {
    const offered = offeredOf('watchProviders', ids, lists);
    if (offered.length > 0) put(list, { ids: { watchProviders: offered } });
  }
  for (const [bound, list] of Object.entries(language.bounds)) {
    // Object.entries loses the type of the keys.
    putBeside(list, (side) => ({ [side]: bound as PromptBound }));
  }
  put(language.ranges, { range: true });
  each(language.units, (unit) => ({ unit }));
  each(language.numbers, (number) => ({ number: Number(number) }));
  put(language.half, { half: true });
  putBeside(language.decadeMarks, (decadeMark) => ({ decadeMark }));
  each(language.decades, (decade) => ({ decade: Number(decade) }));
  put(language.thisYear, { yearsAgo: 0 });
  put(language.lastYear, { yearsAgo: 1 });
  put(language.yearBeforeLast, { yearsAgo: 2 });
  putBeside(language.places, (place) => ({ place }));
  putBeside(language.services, (service) => ({ service }));
  putBeside(language.negators, (not) => ({ not }));
  put(language.negativeEndings, { isEnding: true });
  put(language.negativeBeginnings, { not: 'pre', isAffix: true });
  put(language.turns, { turn: true });
  put(language.corrections, { correction: true });
  putBeside(language.opaque, (opaque) => ({ opaque }));
  put(language.topics, { topic: true });
  each(language.vague, (vague) => ({ vague }));
  each(language.unsupported, (reason) => ({ reason }));
  put(language.joiners, { joiner: true });
  putBeside(language.common, (common) => ({ common }));

  // The words of an earlier language keep their meanings.
  for (const [word, meaning] of own) if (!words.has(word)) words.set(word, meaning);
  // Hermes, the engine of React Native, has no names. The regions then have the labels of the lists.
  const names = Intl.DisplayNames && new Intl.DisplayNames([language.locale], { type: 'region', fallback: 'none' });
  for (const { id, label } of lists.regions) {
    const name = names ? regionCodes.includes(id) && names.of(id) : label;
    if (name) add(words, spelled(name, language), regionOf(id));
  }
}

/** Returns those of several ids that the list of the app has. */
const offeredOf = (kind: VocabularyKind, ids: string, lists: Required<OptionLists>) =>
  ids.split(' ').filter((id) => lists[kind].some((option) => option.id === id));

/** Adds the meaning of names. A word of a language keeps its meaning, and a bound such as "max" can be a name too. */
function add(words: Map<string, Meaning>, names: readonly string[], meaning: Meaning): void {
  for (const name of names.flatMap((text) => foldedWords(text.replaceAll('|', ' ')))) {
    const known = words.get(name);
    if (!known) words.set(name, createMeaning(meaning));
    else if (!known.ids && (known.pre ?? known.post)) words.set(name, createMeaning(known, meaning));
  }
}

/** Returns folded words with all their spellings. */
function spelled(list: WordList | undefined, { spellings = {} }: PromptLanguage): string[] {
  return foldedWords(list).concat(
    ...Object.entries(spellings).map(([letter, other]) =>
      foldedWords(
        list
          ?.split('|')
          .filter((word) => word.includes(letter))
          .join('|')
          .replaceAll(letter, other),
      ),
    ),
  );
}

function foldedWords(list: WordList | undefined): string[] {
  return (list ? list.split('|') : []).flatMap((word) => {
    const plain = fold(word).text.trim();
    const spaced = plain.replaceAll(/([a-z])-(?=[a-z])/g, '$1 ');
    const forms = [plain, spaced, plain.replaceAll(/([a-z]) (?=[a-z])/g, '$1-')];
    // Many people leave out spaces in Korean.
    const compact = plain.replaceAll(/([가-힣]) (?=[가-힣])/g, '$1');
    if (compact !== plain) forms.push(compact);
    if (plain !== spaced) forms.push(spaced.replaceAll(' ', ''));
    // "dont" is how many people write "don't".
    return plain ? [...forms, ...forms.map((form) => form.replace("'", ''))] : [];
  });
}
