import type { DatePart, DateParts } from './dateParts.js';

/** How a language writes a date. */
export interface DateTexts {
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
