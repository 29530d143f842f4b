import { perLocale } from '../messages/locale.js';

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Number of days in a month. January is 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a text is a Gregorian calendar date, `YYYY-MM-DD`. Uses no `Date`, so no time zone shifts the day. */
export function isCalendarDate(text: string): boolean {
  const match = CALENDAR_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Returns today in the time zone of the device, as `YYYY-MM-DD`. */
export function today(now: number = Date.now()): string {
  const date = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

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
  const format = new Intl.DateTimeFormat([locale, 'en'], { dateStyle: 'medium', calendar: 'gregory', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** Formats a year of the Gregorian calendar, which is more than digits in some languages, such as "2020年". */
export function formatYear(year: string, locale: string): string {
  const moment = Date.parse(`${year}-01-01T00:00:00Z`);
  return Number.isNaN(moment) ? year : years(locale).format(moment);
}

/** Parses a text of digits as a number. Returns `undefined` for other text and for numbers above the safe integers. */
export const wholeNumber = (text: string): number | undefined => numberOf(text, 1);

/** Parses a number as {@link wholeNumber} does. A step that is a fraction, such as 0.1, also allows decimals. */
export function numberOf(text: string, step: number): number | undefined {
  const pattern = Number.isInteger(step) ? /^\d{1,16}$/ : /^\d{0,16}\.?\d{1,16}$/;
  const value = pattern.test(text) ? Number(text) : Number.NaN;
  return value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** Pattern of an ISO 3166-1 alpha-2 code, which identifies a region. */
export const REGION_CODE = /^[A-Z]{2}$/;

/** Whether the bounds are in ascending order or at least one is open. Works on numbers and `YYYY-MM-DD` strings. */
export function isOrdered<T extends number | string>(lower: T | undefined, upper: T | undefined): boolean {
  return lower === undefined || upper === undefined || lower <= upper;
}
