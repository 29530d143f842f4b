import { perLocale } from '../messages/perLocale.js';
import { isCalendarDate } from './calendarDate.js';

const years = perLocale(
  (locale) => new Intl.DateTimeFormat([locale, 'en'], { year: 'numeric', calendar: 'gregory', timeZone: 'UTC' }),
);

/** Returns the years of a range of whole years, otherwise `undefined`. Either bound may be open. */
export function wholeYears(
  from: string | undefined,
  to: string | undefined,
): { from?: string; to?: string } | undefined {
  if (from && !from.endsWith('-01-01')) return undefined;
  if (to && !to.endsWith('-12-31')) return undefined;
  return { ...(from && { from: from.slice(0, 4) }), ...(to && { to: to.slice(0, 4) }) };
}

/**
 * Formats a calendar date for a locale in the Gregorian calendar. The date is parsed and formatted in UTC, so no time
 * zone shifts the day. Returns text that is not a date unchanged.
 */
export function formatCalendarDate(date: string, locale: string): string {
  if (!isCalendarDate(date)) return date;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', calendar: 'gregory', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** Formats a year of the Gregorian calendar, which is more than digits in some languages, such as "2020年". */
export function formatYear(year: string, locale: string): string {
  const moment = Date.parse(`${year}-01-01T00:00:00Z`);
  return Number.isNaN(moment) ? year : years(locale).format(moment);
}
