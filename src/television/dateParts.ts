import { daysInMonth } from '../filters/values.js';

/** A part of a date that is changed on its own. */
export type DatePart = 'year' | 'month' | 'day';

/** A Gregorian calendar date. */
export type DateParts = Readonly<Record<DatePart, number>>;

/** Earliest and latest date. */
interface DateLimits {
  readonly min: DateParts;
  readonly max: DateParts;
}

const FIRST: DateParts = { year: 1, month: 1, day: 1 };
const LAST: DateParts = { year: 9999, month: 12, day: 31 };

/** Parses `YYYY-MM-DD`, the value of a date field. Returns `undefined` for an empty value. */
export function parseDate(text: string): DateParts | undefined {
  const [year, month, day] = text.split('-').map(Number);
  return year && month && day ? { year, month, day } : undefined;
}

/** Formats a date as the value of a date field. */
export function toFieldValue({ year, month, day }: DateParts): string {
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}

/** Returns the limits that the attributes `min` and `max` of a date field state. */
export function limitsOf({ min, max }: Readonly<Record<'min' | 'max', string>>): DateLimits {
  return { min: parseDate(min) ?? FIRST, max: parseDate(max) ?? LAST };
}

/** Returns the lowest and highest number of a part in the year and month of a date. */
export function rangeOf(date: DateParts, part: DatePart, { min, max }: DateLimits): readonly [number, number] {
  if (part === 'year') return [min.year, max.year];
  return [1, part === 'month' ? 12 : daysInMonth(date.year, date.month)];
}

/**
 * Returns the date after one step of a part. Months and days start again after the last one. A day that the month does
 * not have becomes its last day.
 *
 * @param preferredDay the day that the user has chosen, so that a step over February does not change it.
 */
export function stepDate(
  date: DateParts,
  part: DatePart,
  by: 1 | -1,
  limits: DateLimits,
  preferredDay = date.day,
): DateParts {
  const [low, high] = rangeOf(date, part, limits);
  const next = date[part] + by;
  const isYear = part === 'year';
  const value = next < low ? (isYear ? low : high) : next > high ? (isYear ? high : low) : next;
  const stepped = { ...date, ...(part !== 'day' && { day: preferredDay }), [part]: value };
  return within({ ...stepped, day: Math.min(stepped.day, daysInMonth(stepped.year, stepped.month)) }, limits);
}

/** Returns the nearest date within limits. */
export function within(date: DateParts, { min, max }: DateLimits): DateParts {
  const text = toFieldValue(date);
  if (text < toFieldValue(min)) return min;
  return text > toFieldValue(max) ? max : date;
}

/** How a language writes a date. */
interface DateTexts {
  /** The parts in their order. */
  readonly order: readonly DatePart[];
  /** Name of a part, such as "month". */
  readonly nameOf: (part: DatePart) => string;
  /** Text of a part of a date, such as "March". */
  readonly textOf: (part: DatePart, date: DateParts) => string;
  /** A text as wide as the widest one of a part. */
  readonly widest: (part: DatePart) => string;
}

/** Returns how a language writes a date, from the data of the browser. Falls back to the language of the browser. */
export function dateTextsFor(language: string | undefined): DateTexts {
  try {
    return textsFor(language);
  } catch {
    // The tag of the language is not valid.
    return textsFor(undefined);
  }
}

function textsFor(language: string | undefined): DateTexts {
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  const partsOf = ({ year, month, day }: DateParts) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return format.formatToParts(date);
  };
  const textOf = (part: DatePart, date: DateParts) => partsOf(date).find(({ type }) => type === part)?.value ?? '';
  const sample = { year: 2000, month: 12, day: 28 };
  const months = Array.from({ length: 12 }, (_, index) => textOf('month', { ...sample, month: index + 1 }));
  return {
    order: partsOf(sample)
      .map(({ type }) => type)
      .filter(isDatePart),
    nameOf: (part) => nameOf(part, language),
    textOf,
    widest: (part) =>
      part === 'month'
        ? months.reduce((long, name) => (name.length > long.length ? name : long), '')
        : textOf(part, sample),
  };
}

const isDatePart = (type: string): type is DatePart => type === 'year' || type === 'month' || type === 'day';

/** Returns the name of a part. In Japanese, the month of a date has another name than a month of time. */
function nameOf(part: DatePart, language: string | undefined): string {
  try {
    return new Intl.DisplayNames(language, { type: 'dateTimeField' }).of(part) ?? part;
  } catch {
    // Chromium knows this type of name since version 99. The name from "1 month" is close to it.
    return unitNameOf(part, language);
  }
}

function unitNameOf(part: DatePart, language: string | undefined): string {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit: part, unitDisplay: 'long' });
  return format.formatToParts(1).find(({ type }) => type === 'unit')?.value ?? part;
}
