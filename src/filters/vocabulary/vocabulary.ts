import type { ChoicesKind } from '../filterFields.js';
import type { Messages } from '../../messages/messages.js';
import type { MediaType } from '../filterSpec.js';

/** One value of a vocabulary that the user can choose. */
export interface Option {
  /** Id in API requests, as text: `"35"`, `"DE"`, `"8"`. */
  readonly id: string;
  /** Name shown to the user, unique within its list. Rendered as text, never as markup. */
  readonly label: string;
  /** URL of an image beside the name: `https:`, `http:` or `data:image/…`. Other URLs are not shown. */
  readonly logo?: string;
  /** CSS color of the monogram that is drawn when there is no logo. */
  readonly color?: string;
}

/** Filter kind whose options come from a vocabulary: genres, keywords, regions or watch providers. */
export type VocabularyKind = ChoicesKind;

/** Options of a vocabulary, available immediately or as a promise. */
export type OptionsResult = readonly Option[] | Promise<readonly Option[]>;

/**
 * Source of the options that the form offers. The Discovr API has no endpoint for them, so the library has a
 * {@link defaultVocabulary}, and an app can pass a custom one.
 */
export interface FilterVocabulary {
  /** Returns the genres of a media type, or of films and series combined for `undefined`. */
  genres(mediaType: MediaType | undefined): OptionsResult;
  /** Returns the regions (countries). */
  regions(): OptionsResult;
  /** Returns the watch providers available in at least one of these regions; for an empty list, all of them. */
  providers(regions: readonly string[]): OptionsResult;
  /**
   * Finds keywords by text. If omitted, the form shows only keywords that are already chosen. Reject with the signal's
   * reason when it aborts.
   */
  searchKeywords?(query: string, context: { signal: AbortSignal }): OptionsResult;
  /** Returns keywords to offer before the user searches. The form shows the first six. */
  popularKeywords?(): OptionsResult;
  /** Returns the options of ids that no loaded list contains, for example keywords from a link. */
  resolve?(kind: VocabularyKind, ids: readonly string[], context: { signal: AbortSignal }): OptionsResult;
}

/** Returns the label of a chosen id. If it returns `undefined`, the id itself is shown. */
export type LabelOf = (kind: VocabularyKind, id: string) => string | undefined;

/** Options of `defaultVocabulary`. */
export interface DefaultVocabularyOptions {
  /**
   * BCP 47 tag of the language for region names and sorting.
   * @default the provider's locale; `'en'` outside of a provider
   */
  locale?: string;
  /**
   * Messages with the names of genres and the fixed names of some regions.
   * @default the provider's messages; the English pack outside of a provider
   */
  messages?: Pick<Messages, 'genres' | 'regionNames'>;
}

/** The options that each list of `defaultVocabulary` was created with. */
export const builtInLists = new WeakMap<object, DefaultVocabularyOptions>();

/**
 * Returns the names of genres by id, without building their list, or `undefined` when the genres are not those of
 * `defaultVocabulary`. Sorting a list takes much longer than finding a few labels.
 *
 * @param messages messages of a vocabulary whose messages the app has not set.
 */
export function builtInGenres(
  { genres }: Pick<FilterVocabulary, 'genres'>,
  messages: Pick<Messages, 'genres'>,
): Messages['genres'] | undefined {
  const options = builtInLists.get(genres);
  return options && (options.messages ?? messages).genres;
}

/** Whether a vocabulary returned a promise. */
export function isPending(result: OptionsResult): result is Promise<readonly Option[]> {
  return typeof (result as Promise<readonly Option[]>).then === 'function';
}

const searchTexts = new WeakMap<readonly Option[], readonly string[]>();

const KATAKANA_OFFSET = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0);

/** Normalizes a text for searching: lower case, no accents, straight apostrophes, no full-width letters, katakana. */
function searchText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replaceAll('’', "'")
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // toLowerCase() turns a capital sigma at the end of a word into a different letter than elsewhere.
      .replaceAll('ς', 'σ')
      // Turkish has an i without a dot, whose capital letter is that of i in other languages.
      .replaceAll('ı', 'i')
      // An input method enters hiragana until the user converts it.
      .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + KATAKANA_OFFSET))
  );
}

/**
 * Returns the options whose label contains a text; labels that start with it come first. Ignores case and accents.
 * Normalizes the labels of a list only once, so that searching 10,000 options takes less than a frame.
 */
export function searchOptions(options: readonly Option[], query: string): readonly Option[] {
  const text = searchText(query.trim());
  if (!text) return options;
  let texts = searchTexts.get(options);
  if (!texts) {
    texts = options.map((option) => searchText(option.label));
    searchTexts.set(options, texts);
  }
  const starting: Option[] = [];
  const containing: Option[] = [];
  for (const [index, option] of options.entries()) {
    const position = texts[index]!.indexOf(text);
    if (position === 0) starting.push(option);
    else if (position > 0) containing.push(option);
  }
  return [...starting, ...containing];
}
