import { isCalendarDate } from './calendarDate.js';

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
