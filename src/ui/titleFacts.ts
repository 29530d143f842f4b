'use client';

import type { TitleFacts } from '../api/media.js';
import { formatYear } from '../filters/values.js';
import { builtInGenres, type FilterVocabulary } from '../filters/vocabulary/vocabulary.js';
import { vocabularyEnglish } from '../messages/english/vocabulary.js';
import { formatMessage, lookUp } from '../messages/formatMessage.js';
import { perLocale } from '../messages/locale.js';
import type { Messages } from '../messages/messages.js';
import { NO_KNOWN_OPTIONS, useLabels } from '../react/filters/useLabels.js';
import { useDiscovrContext, useMessages } from '../react/provider/context.js';

const amountsOf = (unit: 'hour' | 'minute') =>
  perLocale((locale) => new Intl.NumberFormat([locale, 'en'], { style: 'unit', unit, unitDisplay: 'short' }));
const hours = amountsOf('hour');
const minutes = amountsOf('minute');
const lengths = perLocale((locale) => new Intl.ListFormat([locale, 'en'], { type: 'unit', style: 'narrow' }));

/** Returns the release year of a title in the locale's format, or `undefined` when it is unknown. */
export function yearOf({ release_date: date = '' }: TitleFacts, locale: string): string | undefined {
  const year = date.slice(0, 4);
  return /^\d{4}$/.test(year) ? formatYear(year, locale) : undefined;
}

/** Returns the length of a title: the number of seasons of a series when known, otherwise hours and minutes. */
export function lengthOf(
  { seasons = [], runtime = 0 }: TitleFacts,
  seasonsText: Messages['titleSheet']['seasons'],
  locale: string,
): string | undefined {
  // Season 0 contains the specials.
  const count = seasons.filter(({ season_number: number }) => number > 0).length;
  if (count > 0) return formatMessage(seasonsText, { count }, locale);
  if (runtime <= 0) return undefined;
  const parts = [
    { amounts: hours, amount: Math.floor(runtime / 60) },
    { amounts: minutes, amount: Math.round(runtime % 60) },
  ].filter(({ amount }) => amount > 0);
  const texts = parts.map(({ amounts, amount }) => amounts(locale).format(amount));
  // `Intl` puts a space between a number and a Japanese unit, which Japanese text does not have.
  return lengths(locale).format(texts.map((text) => text.replace(/ (?=\p{Script=Han})/u, '')));
}

/** Creates the formats of years and lengths in a locale, so that they are ready when the first title is shown. */
export function createFormats(locale: string): void {
  yearOf({ release_date: '2000-01-01' }, locale);
  lengthOf({ runtime: 61 }, { other: '' }, locale);
}

/**
 * The text between two names in the middle of a list: a comma and, in a few languages such as Arabic, "and". `Intl`
 * formats only whole lists, so this is the text after the first of several names. Some languages have punctuation there
 * only in one type of list.
 */
const separators = perLocale((locale) => {
  const candidates = (['conjunction', 'unit'] as const).map((type) => {
    const parts = new Intl.ListFormat([locale, 'en'], { type }).formatToParts(['1', '2', '3', '4']);
    return parts.find((part) => part.type === 'literal')?.value ?? '';
  });
  return candidates.find((text) => /\p{P}/u.test(text)) ?? ', ';
});

/** Joins names with the separator of the locale, and without another one before the last name, such as "Comedy, Drama". */
export function joinNames(names: readonly string[], locale: string): string {
  return names.join(separators(locale));
}

/** Takes the place of the default vocabulary, whose names of genres are messages. */
const NO_LISTS: FilterVocabulary = { genres: () => [], regions: () => [], providers: () => [] };

/**
 * Returns a function that lists the names of genres in the locale's format. It returns `undefined` when no name is
 * known. The names of the default vocabulary are found without the vocabulary, which is large.
 *
 * @param all ids of all genres that the returned function will be asked for, so that a vocabulary can look up their
 * names in one call.
 * @param caller name of the component, for the error message.
 */
export function useGenreNames(
  all: readonly number[],
  locale: string,
  caller: string,
): (genres: readonly number[]) => string | undefined {
  const { vocabulary } = useDiscovrContext(caller);
  const messages = useMessages(vocabularyEnglish, undefined, caller);
  const builtIn = vocabulary ? builtInGenres(vocabulary, messages) : messages.genres;
  const choices = builtIn ? [] : all.map((id) => ({ kind: 'genres' as const, id: String(id) }));
  const labelOf = useLabels(vocabulary ?? NO_LISTS, choices, NO_KNOWN_OPTIONS, (_kind, id) =>
    lookUp(messages.genres, id),
  );
  return (genres) => {
    const nameOf = (id: string) => (builtIn ? lookUp(builtIn, id) : labelOf('genres', id));
    const names = genres.map((id) => nameOf(String(id))).filter((name) => name !== undefined);
    return names.length > 0 ? joinNames(names, locale) : undefined;
  };
}
