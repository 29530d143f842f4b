import type { TitleFacts } from '../../api/media.js';
import { formatYear } from '../../filters/values.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { perLocale } from '../../messages/locale.js';

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
