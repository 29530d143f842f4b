import type { Messages } from '../../messages/messages.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { lookUp } from '../../messages/lookUp.js';
import { perLocale } from '../../messages/perLocale.js';
import { perObject } from '../../messages/perObject.js';
import { usableLocale } from '../../messages/usableLocale.js';
import { genreIdsFor } from './genres.js';
import { regionCodes } from './regions.js';
import { isOfferedIn, watchProviders } from './watchProviders.js';
import type { FilterVocabulary, LabelOf, Option, VocabularyKind } from './vocabulary.js';

/** Options of {@link defaultVocabulary}. */
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

/** Stands for the messages of a vocabulary that has the messages of the provider. */
const PROVIDED = { ...vocabularyEnglish };

/** The labels of each built-in list, and the options it was created with. */
const builtIn = new WeakMap<object, { readonly labelOf: LabelOf; readonly options: DefaultVocabularyOptions }>();

/** The named lists, once for each language, so that vocabularies with equal options have the same functions. */
const namedLists = perObject((messages: NonNullable<DefaultVocabularyOptions['messages']>) =>
  perLocale((given) => {
    const locale = given || 'en';
    const labelOf = defaultLabels({ locale, messages });
    const named = (kind: 'genres' | 'regions', ids: readonly (number | string)[]): Option[] =>
      byLabel(
        ids.map((id) => ({ id: String(id), label: labelOf(kind, String(id)) ?? String(id) })),
        locale,
      );
    const genres: FilterVocabulary['genres'] = (mediaType) => named('genres', genreIdsFor(mediaType));
    const regions: FilterVocabulary['regions'] = () => named('regions', regionCodes);
    const options = { ...(given && { locale }), ...(messages !== PROVIDED && { messages }) };
    for (const list of [genres, regions]) builtIn.set(list, { labelOf, options });
    return { genres, regions };
  }),
);

const providers: FilterVocabulary['providers'] = (regions) =>
  watchProviders
    .filter((provider) => !regions.length || regions.some((region) => isOfferedIn(provider, region)))
    .map(({ id, name, color }) => ({ id, label: name, color }));

/**
 * Creates the built-in vocabulary: the genres of TMDB, the ISO regions with names from `Intl`, and the best-known watch
 * providers. It has no keyword search, because neither Discovr nor the browser has one. All lists are synchronous.
 * Without options, components show it in the language of their provider.
 */
export function defaultVocabulary({ locale, messages = PROVIDED }: DefaultVocabularyOptions = {}): FilterVocabulary {
  const given = locale === undefined ? '' : usableLocale(locale);
  return { ...namedLists(messages)(given), providers };
}

/** Returns a vocabulary with its built-in lists in a language. Options that the app has set take precedence. */
export function vocabularyIn(
  vocabulary: FilterVocabulary,
  language: Required<DefaultVocabularyOptions>,
): FilterVocabulary {
  const genres = builtIn.get(vocabulary.genres);
  const regions = builtIn.get(vocabulary.regions);
  if (!genres && !regions) return vocabulary;
  return {
    ...vocabulary,
    ...(genres && { genres: defaultVocabulary({ ...language, ...genres.options }).genres }),
    ...(regions && { regions: defaultVocabulary({ ...language, ...regions.options }).regions }),
  };
}

/**
 * Returns a function that looks up genres without building their list, or `undefined` when the genres are not those of
 * {@link defaultVocabulary}. Sorting a list takes much longer than finding a few labels.
 */
export function builtInLabels({ genres }: FilterVocabulary): LabelOf | undefined {
  return builtIn.get(genres)?.labelOf;
}

/** Returns a function that looks up default labels without building the lists. Keywords have no labels. */
export function defaultLabels({ messages = vocabularyEnglish, ...options }: DefaultVocabularyOptions = {}): LabelOf {
  const locale = usableLocale(options.locale);
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
