import type { ChoicesKind } from '../filterFields.js';
import type { MediaType } from '../filterSpec.js';

/** One choice a person can make. */
export interface Option {
  /** Id the API takes, as text: `"35"`, `"DE"`, `"8"`. */
  readonly id: string;
  /** Name a person reads, unlike any other of its list; shown as text, never as markup. */
  readonly label: string;
  /** URL of a picture beside the name: `https:`, `http:` or `data:image/…`; anything else is not shown. */
  readonly logo?: string;
  /** CSS colour of the drawn monogram where there is no logo. */
  readonly color?: string;
}

/** A filter whose choices come from a vocabulary: genres, keywords, regions or watch providers. */
export type VocabularyKind = ChoicesKind;

/** What a vocabulary answers: at once, or later. */
export type OptionsResult = readonly Option[] | Promise<readonly Option[]>;

/**
 * The words a filter is made of. Discovr's API has no endpoint for them, so the library brings a default
 * ({@link defaultVocabulary}) and an app may bring its own.
 */
export interface FilterVocabulary {
  /** Genres offered for a media type; `undefined` asks for those of films and series together. */
  genres(mediaType: MediaType | undefined): OptionsResult;
  /** Regions (countries) offered. */
  regions(): OptionsResult;
  /** Watch providers offered in any of these regions; an empty list asks for all. */
  providers(regions: readonly string[]): OptionsResult;
  /** Finds keywords by text. Without it the form shows no keywords. Reject with the signal's reason when it aborts. */
  searchKeywords?(query: string, context: { signal: AbortSignal }): OptionsResult;
  /** Names ids that no list has shown yet, for instance keywords that came from a link. */
  resolve?(kind: VocabularyKind, ids: readonly string[], context: { signal: AbortSignal }): OptionsResult;
}

/** Looks up the name of a chosen id; `undefined` where it is not known, and the id is shown instead. */
export type LabelOf = (kind: VocabularyKind, id: string) => string | undefined;

/** Tells whether a vocabulary answers later. */
export function isPending(result: OptionsResult): result is Promise<readonly Option[]> {
  return typeof (result as Promise<readonly Option[]>).then === 'function';
}
