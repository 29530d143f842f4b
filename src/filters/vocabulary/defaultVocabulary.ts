import type { Messages } from '../../messages/messages.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { lookUp } from '../../messages/lookUp.js';
import { genreIdsFor } from './genres.js';
import { regionCodes } from './regions.js';
import { isOfferedIn, watchProviders } from './watchProviders.js';
import type { FilterVocabulary, LabelOf, Option, VocabularyKind } from './vocabulary.js';

/** Options of {@link defaultVocabulary}. */
export interface DefaultVocabularyOptions {
  /**
   * BCP 47 tag of the language for region names and sorting.
   * @default 'en'
   */
  locale?: string;
  /**
   * Messages with the names of genres and the fixed names of some regions.
   * @default the English pack
   */
  messages?: Pick<Messages, 'genres' | 'regionNames'>;
}

/** The labels of each built-in vocabulary. */
const labelsOf = new WeakMap<FilterVocabulary, LabelOf>();

/**
 * Creates the built-in vocabulary: the genres of TMDB, the ISO regions with names from `Intl`, and the best-known watch
 * providers. It has no keyword search, because neither Discovr nor the browser has one. All lists are synchronous.
 */
export function defaultVocabulary({
  locale = 'en',
  messages = vocabularyEnglish,
}: DefaultVocabularyOptions = {}): FilterVocabulary {
  const labelOf = defaultLabels({ locale, messages });
  const named = (kind: 'genres' | 'regions', ids: readonly (number | string)[]): Option[] =>
    ids.map((id) => ({ id: String(id), label: labelOf(kind, String(id)) ?? String(id) }));
  const vocabulary: FilterVocabulary = {
    genres: (mediaType) => byLabel(named('genres', genreIdsFor(mediaType)), locale),
    regions: () => byLabel(named('regions', regionCodes), locale),
    providers: (regions) =>
      watchProviders
        .filter((provider) => !regions.length || regions.some((region) => isOfferedIn(provider, region)))
        .map(({ id, name, color }) => ({ id, label: name, color })),
  };
  labelsOf.set(vocabulary, labelOf);
  return vocabulary;
}

/**
 * Returns a function that looks up the labels of a vocabulary without building its lists, or `undefined` when the
 * vocabulary is not the result of {@link defaultVocabulary}. Sorting a list takes much longer than finding a few labels.
 */
export function builtInLabels(vocabulary: FilterVocabulary): LabelOf | undefined {
  return labelsOf.get(vocabulary);
}

/** Returns a function that looks up default labels without building the lists. Keywords have no labels. */
export function defaultLabels({ locale = 'en', messages = vocabularyEnglish }: DefaultVocabularyOptions = {}): LabelOf {
  let names: Intl.DisplayNames | undefined;
  const nameOf: Readonly<Record<VocabularyKind, (id: string) => string | undefined>> = {
    genres: (id) => lookUp(messages.genres, id),
    keywords: () => undefined,
    regions: (id) => {
      if (!regionCodes.includes(id)) return undefined;
      names ??= new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none' });
      return lookUp(messages.regionNames, id) ?? names.of(id);
    },
    watchProviders: (id) => watchProviders.find((provider) => provider.id === id)?.name,
  };
  return (kind, id) => nameOf[kind](id);
}

function byLabel(options: Option[], locale: string): Option[] {
  const { compare } = new Intl.Collator([locale, 'en']);
  return options.sort((a, b) => compare(a.label, b.label));
}
