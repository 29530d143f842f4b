import type { Media } from '../../api/schemas/titles/mediaFacts.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';

/** Returns the release year of a title in the locale's format, or `undefined` when it is unknown. */
export function yearOf({ release_date: date = '' }: Media, locale: string): string | undefined {
  // Parsed and formatted in UTC, because a calendar date must not shift with the time zone.
  const moment = Date.parse(`${date.slice(0, 4)}-01-01T00:00:00Z`);
  if (Number.isNaN(moment)) return undefined;
  return new Intl.DateTimeFormat([locale, 'en'], { year: 'numeric', timeZone: 'UTC' }).format(moment);
}

/** Returns the length of a title: the number of seasons of a series when known, otherwise hours and minutes. */
export function lengthOf(media: Media, texts: Messages['titleSheet'], locale: string): string | undefined {
  const { seasons = [], runtime = 0 } = media;
  // Season 0 contains the specials.
  const count = seasons.filter(({ season_number: number }) => number > 0).length;
  if (count > 0) return formatMessage(texts.seasons, { count }, locale);
  if (runtime <= 0) return undefined;
  const parts = [
    { unit: 'hour', amount: Math.floor(runtime / 60) },
    { unit: 'minute', amount: Math.round(runtime % 60) },
  ].filter(({ amount }) => amount > 0);
  const written = parts.map(({ unit, amount }) =>
    new Intl.NumberFormat([locale, 'en'], { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
  );
  return new Intl.ListFormat([locale, 'en'], { type: 'unit', style: 'narrow' }).format(written);
}

/** Returns a percentage (0 to 100) in the locale's format. */
export function percentText(progress: number, locale: string): string {
  return new Intl.NumberFormat([locale, 'en'], { style: 'percent', maximumFractionDigits: 0 }).format(progress / 100);
}
