import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { lookUp } from '../../messages/formatMessage.js';
import { perLocale, usableLocale } from '../../messages/locale.js';
import { perObject } from '../../messages/perObject.js';
import type { MediaType } from '../filterSpec.js';
import { REGION_CODE } from '../values.js';
import {
  builtInLists,
  type DefaultVocabularyOptions,
  type FilterVocabulary,
  type LabelOf,
  type Option,
  type VocabularyKind,
} from './vocabulary.js';
import { isOfferedIn, watchProviders } from './watchProviders.js';

/** Stands for the messages of a vocabulary that has the messages of the provider. */
const PROVIDED = { ...vocabularyEnglish };

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
    const known = new Map<MediaType | undefined, Option[]>();
    const genres: FilterVocabulary['genres'] = (mediaType) => {
      const list = known.get(mediaType) ?? named('genres', genreIdsFor(mediaType));
      known.set(mediaType, list);
      return list;
    };
    const regions: FilterVocabulary['regions'] = () => named('regions', regionCodes);
    const options = { ...(given && { locale }), ...(messages !== PROVIDED && { messages }) };
    for (const list of [genres, regions]) builtInLists.set(list, options);
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
  const genres = builtInLists.get(vocabulary.genres);
  const regions = builtInLists.get(vocabulary.regions);
  if (!genres && !regions) return vocabulary;
  return {
    ...vocabulary,
    ...(genres && { genres: defaultVocabulary({ ...language, ...genres }).genres }),
    ...(regions && { regions: defaultVocabulary({ ...language, ...regions }).regions }),
  };
}

/** Returns the name of a built-in region without building their list, or `undefined` for the regions of an app. */
export function builtInRegion({ regions }: Pick<FilterVocabulary, 'regions'>, id: string): string | undefined {
  const options = builtInLists.get(regions);
  return options && defaultLabels(options)('regions', id);
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
      // Hermes, the engine of React Native, has no names. A region then has the name in the messages, if there is one.
      names ??= Intl.DisplayNames && new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none' });
      return lookUp(messages.regionNames, id) ?? names?.of(id);
    },
    watchProviders: (id) => watchProviders.find((provider) => provider.id === id)?.name,
  };
  return (kind, id) => nameOf[kind](id);
}

function byLabel(options: Option[], locale: string): Option[] {
  const { compare } = new Intl.Collator([locale, 'en']);
  return options.sort((a, b) => compare(a.label, b.label));
}

/** TMDB genre ids by media type: 19 for films and 16 for series, sorted by English name as TMDB does. */
export const genreIds: Readonly<Record<MediaType, readonly number[]>> = {
  movie: [28, 12, 16, 35, 80, 99, 18, 10751, 14, 36, 27, 10402, 9648, 10749, 878, 10770, 53, 10752, 37],
  tv: [10759, 16, 35, 80, 99, 18, 10751, 10762, 9648, 10763, 10764, 10765, 10766, 10767, 10768, 37],
};

/** Returns the genre ids of a media type or, without one, of films and series combined, without duplicates. */
export function genreIdsFor(mediaType: MediaType | undefined): readonly number[] {
  return mediaType ? genreIds[mediaType] : [...new Set([...genreIds.movie, ...genreIds.tv])];
}

/** The 249 officially assigned ISO 3166-1 alpha-2 codes. */
export const regionCodes: readonly string[] = (
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ' +
  'DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJM' +
  'JOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONP' +
  'NRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTO' +
  'TRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW'
).match(/../g)!;

/** Returns the flag emoji of a region, or `''` for an invalid code. Show it beside the name, never instead of it. */
export function regionFlag(code: string): string {
  return REGION_CODE.test(code)
    ? String.fromCodePoint(...[...code].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65))
    : '';
}

/** Lists of options with their labels, by kind. */
export type OptionLists = { readonly [Kind in VocabularyKind]?: readonly Option[] };

/** Returns a function that looks up labels in the given lists, and calls `fallback` for ids that no list has. */
export function labelsFrom(lists: OptionLists, fallback?: LabelOf): LabelOf {
  const known = new Map<string, string>();
  for (const [kind, options] of Object.entries(lists)) {
    for (const { id, label } of options ?? []) known.set(`${kind}:${id}`, label);
  }
  return (kind, id) => known.get(`${kind}:${id}`) ?? fallback?.(kind, id);
}
