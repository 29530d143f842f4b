import type { MediaType } from '../filters/filterSpec.js';

/**
 * Words, separated by `|`. In bounds, negators, places and the like, `#` stands for what they belong to: `under #` comes
 * before a length, `# or less` after it. Upper case, accents and full-width characters do not matter. A space in a word
 * also matches a hyphen, and a hyphen also a space or nothing.
 */
export type WordList = string;

/** Which part of a range a bound sets. `before` and `after` exclude a year; `in` is a whole year or decade. */
export type PromptBound = 'to' | 'before' | 'from' | 'after' | 'in' | 'around' | 'last';

/** Unit of a number. `lastYears` is a unit that says "of the last years" itself, as "dernières années" does. */
export type PromptUnit = 'minute' | 'hour' | 'year' | 'lastYears';

/** Wish without a number. It is offered, never applied. */
export type VagueWish = 'short' | 'notLong' | 'long' | 'new' | 'old';

/** What filters cannot express. */
export type UnsupportedWish = 'rating' | 'awards' | 'quality' | 'price' | 'language' | 'age' | 'origin';

/** The words of one language, as data. Pass them to {@link parsePrompt}. */
export interface PromptLanguage {
  /** BCP 47 tag, for the names of regions. */
  readonly locale: string;
  readonly types: Readonly<Record<MediaType, WordList>>;
  /** Words by TMDB genre id. Several ids, separated by spaces, mean any of these genres. */
  readonly genres: Readonly<Record<string, WordList>>;
  /** Short and inflected names of regions, by code. Names from `Intl` are known already. */
  readonly regions?: Readonly<Record<string, WordList>>;
  /** Names of watch providers by TMDB id, where the language has others than the brand. */
  readonly providers?: Readonly<Record<string, WordList>>;
  readonly bounds: Readonly<Partial<Record<PromptBound, WordList>>>;
  /** Words between two bounds, such as "to"; a hyphen is always one. */
  readonly ranges: WordList;
  readonly units: Readonly<Partial<Record<PromptUnit, WordList>>>;
  /** Number words by number. */
  readonly numbers: Readonly<Record<string, WordList>>;
  /** Words after a number, or after a unit, that add one half of it: "and a half". */
  readonly half?: WordList;
  /** Words beside a number that make it a decade: `#s`, or `anni #` before a number word from thirty on. */
  readonly decadeMarks: WordList;
  /** Words for decades, by first year. */
  readonly decades?: Readonly<Record<string, WordList>>;
  readonly thisYear: WordList;
  readonly lastYear?: WordList;
  readonly yearBeforeLast?: WordList;
  /** Words of availability beside a region: `in #`. */
  readonly places: WordList;
  /** Words beside a watch provider: `on #`. */
  readonly services: WordList;
  /**
   * Words that exclude what comes after them (`no #`) or before them (`#以外`): up to the end of the clause, to a closing
   * word (`不#的`), or back to a comma (`,#は除く`). One before a bound makes it the opposite: "not longer than" is "up to".
   */
  readonly negators: WordList;
  /** Ends of words that exclude the word, such as "-siz" in Turkish. Alone, they exclude nothing. */
  readonly negativeEndings?: WordList;
  /** Words that exclude the next word only, such as 안 in Korean. */
  readonly negativeBeginnings?: WordList;
  /** Words that end what a negator excludes: "but". */
  readonly turns: WordList;
  /** Words after which an earlier choice of the same kind does not count: "no wait". */
  readonly corrections?: WordList;
  /**
   * Words beside names and other things that no filter knows: all up to the end of the clause, or to a closing word
   * (`像#的`), is ignored. One after a name (`#みたいな`) has a `#` before it. One that is filler too, such as "is", counts
   * after an unknown word.
   */
  readonly opaque: WordList;
  /** Words before a topic, such as "about". Only a keyword of the app is read after them. */
  readonly topics?: WordList;
  readonly vague: Readonly<Partial<Record<VagueWish, WordList>>>;
  readonly unsupported: Readonly<Partial<Record<UnsupportedWish, WordList>>>;
  /** Words between choices: "or". */
  readonly joiners: WordList;
  /** Words without meaning here. A label that is listed too is read in complete sentences only. */
  readonly filler: WordList;
  /**
   * Genres that are common words too. Unless a type follows, they are not read beside an unknown word: before it
   * (`fantasy #`: "fantasy football"), or on either side, past filler and verbs too (`# war`: "the war of the worlds").
   * One that is nothing else is unknown, and hides the words in it: "剧" in "悲剧".
   */
  readonly common?: WordList;
  /** Whether nouns start with a capital, so that two of them are no title. */
  readonly nounsAreCapital?: boolean;
  /** Whether the name of a region before a genre says where a title comes from: "韓国ドラマ". */
  readonly nounsAreOrigins?: boolean;
  /** Ends that a label or word may have: "s" in English. */
  readonly endings?: WordList;
  /** Letters between the two words of a compound: "s" in "Kriegsfilm". */
  readonly links?: WordList;
  /** Beginnings that a word may have: the article in Arabic. */
  readonly prefixes?: WordList;
  /** Other spellings of letters: `ä` as `ae`. */
  readonly spellings?: Readonly<Record<string, string>>;
  /**
   * Common words that are one letter away from a word above, and are not typing errors. `scripts/neighbors.mjs` writes
   * them.
   */
  readonly neighbors?: WordList;
}
