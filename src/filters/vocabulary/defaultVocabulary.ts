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
   * BCP 47 tag of the language in which regions are named and sorted.
   * @default 'en'
   */
  locale?: string;
  /**
   * Words from which genres take their names.
   * @default the English pack
   */
  messages?: Pick<Messages, 'genres' | 'regionNames'>;
}

/**
 * Makes the built-in vocabulary: TMDB's genres, the ISO regions named by the platform, and the best-known watch
 * providers. It has no keyword search, because neither Discovr nor the platform offers one. Everything answers at once.
 */
export function defaultVocabulary({
  locale = 'en',
  messages = vocabularyEnglish,
}: DefaultVocabularyOptions = {}): FilterVocabulary {
  const labelOf = defaultLabels({ locale, messages });
  const named = (kind: 'genres' | 'regions', ids: readonly (number | string)[]): Option[] =>
    ids.map((id) => ({ id: String(id), label: labelOf(kind, String(id)) ?? String(id) }));
  return {
    genres: (mediaType) => byLabel(named('genres', genreIdsFor(mediaType)), locale),
    regions: () => byLabel(named('regions', regionCodes), locale),
    providers: (regions) =>
      watchProviders
        .filter((provider) => !regions.length || regions.some((region) => isOfferedIn(provider, region)))
        .map(({ id, name, color }) => ({ id, label: name, color })),
  };
}

/** Names the ids of the default vocabulary without building its lists. Keywords have no names here. */
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
