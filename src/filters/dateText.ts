import { isCalendarDate } from './calendarDate.js';

/** Tells of a span of dates whether it is made of whole years, and then which. */
export function wholeYears(
  from: string | undefined,
  to: string | undefined,
): { from?: string; to?: string } | undefined {
  if (from && !from.endsWith('-01-01')) return undefined;
  if (to && !to.endsWith('-12-31')) return undefined;
  return { ...(from && { from: from.slice(0, 4) }), ...(to && { to: to.slice(0, 4) }) };
}

/**
 * Writes a calendar date as the locale does, in the calendar of release dates. The day is fixed in UTC on both sides, so
 * no time zone shifts it. What is no date is shown as it is.
 */
export function formatCalendarDate(date: string, locale: string): string {
  if (!isCalendarDate(date)) return date;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', calendar: 'gregory', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
