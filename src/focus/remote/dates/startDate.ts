import { today } from '../../../filters/values.js';
import { parseDate, type DateParts } from './dateParts.js';

/**
 * Returns the date at which the steppers of an empty field start: the first day of a year, or the last day if the field
 * is the second of two in its fieldset, which is the end of a range. The year is that of the other field, otherwise the
 * current one.
 */
export function startDateOf(field: HTMLInputElement): DateParts {
  const range = [...(field.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type="date"]') ?? [])];
  const index = range.length === 2 ? range.indexOf(field) : 0;
  const other = parseDate(range[1 - index]?.value ?? '');
  const { year } = other ?? parseDate(today())!;
  return index === 1 ? { year, month: 12, day: 31 } : { year, month: 1, day: 1 };
}
