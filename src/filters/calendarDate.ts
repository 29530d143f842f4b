/** Earliest accepted release date. */
export const EARLIEST_RELEASE_DATE = '1870-01-01';

/** Latest accepted release date. */
export const LATEST_RELEASE_DATE = '2100-12-31';

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

/** Whether a text is a calendar date within the accepted range of release dates. */
export function isReleaseDate(text: string): boolean {
  return isCalendarDate(text) && text >= EARLIEST_RELEASE_DATE && text <= LATEST_RELEASE_DATE;
}

/** Returns today in the time zone of the device, as `YYYY-MM-DD`. */
export function today(now: number = Date.now()): string {
  const date = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
