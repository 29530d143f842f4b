import type { Media } from '../../api/schemas/titles/mediaFacts.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';

/** The year of a title as the locale writes it; `undefined` where it is not known. */
export function yearOf({ release_date: date = '' }: Media, locale: string): string | undefined {
  // A calendar date, which no time zone may move.
  const moment = Date.parse(`${date.slice(0, 4)}-01-01T00:00:00Z`);
  if (Number.isNaN(moment)) return undefined;
  return new Intl.DateTimeFormat([locale, 'en'], { year: 'numeric', timeZone: 'UTC' }).format(moment);
}

/** How long a title is: the seasons of a series where they are known, else hours and minutes. */
export function lengthOf(media: Media, words: Messages['titleSheet'], locale: string): string | undefined {
  const { seasons = [], runtime = 0 } = media;
  // Season 0 holds what belongs to none.
  const count = seasons.filter(({ season_number: number }) => number > 0).length;
  if (count > 0) return formatMessage(words.seasons, { count }, locale);
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

/** Percent as the locale writes it. */
export function percentText(progress: number, locale: string): string {
  return new Intl.NumberFormat([locale, 'en'], { style: 'percent', maximumFractionDigits: 0 }).format(progress / 100);
}
