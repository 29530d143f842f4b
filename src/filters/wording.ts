import { filtersEnglish } from '../messages/english/filters.js';
import { vocabularyEnglish } from '../messages/english/vocabulary.js';
import type { Messages } from '../messages/messages.js';
import { isCalendarDate } from './calendarDate.js';
import { defaultLabels } from './vocabulary/defaultVocabulary.js';
import type { LabelOf } from './vocabulary/vocabulary.js';

/** The words of filters, and of what the built-in vocabulary names. */
type FilterWords = Pick<Messages, keyof typeof english>;

const english = { ...vocabularyEnglish, ...filtersEnglish };

/** Options of the functions that put filters into words. */
export interface FilterWordingOptions {
  /**
   * BCP 47 tag for lists, numbers and dates.
   * @default 'en'
   */
  locale?: string;
  /**
   * Words to use.
   * @default the English pack
   */
  messages?: FilterWords;
  /**
   * Names the chosen ids; an id it does not know is shown as it is.
   * @default the names of the default vocabulary
   */
  labelOf?: LabelOf;
}

/** Fills in the defaults of {@link FilterWordingOptions}. */
export function wording({
  locale = 'en',
  messages = english,
  labelOf,
}: FilterWordingOptions): Required<FilterWordingOptions> {
  return { locale, messages, labelOf: labelOf ?? defaultLabels({ locale, messages }) };
}

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
