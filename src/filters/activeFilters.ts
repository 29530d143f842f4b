import { formatMessage } from '../messages/formatMessage.js';
import type { Message } from '../messages/messages.js';
import { canonicalFilters } from './canonicalFilters.js';
import {
  filterFields,
  filterKinds,
  isChoicesKind,
  isRangeKind,
  type ChoicesKind,
  type FilterKind,
  type RangeKind,
} from './filterFields.js';
import type { FilterSpec } from './filterSpec.js';
import { withoutFilterKind } from './kindsOf.js';
import { formatCalendarDate, formatYear, wholeYears } from './dateText.js';
import { withTextDefaults, type FilterTextOptions } from './filterTextOptions.js';

/** One active filter, as users count them: one choice, or one range. */
export interface ActiveFilter {
  /** Filter kind it belongs to. */
  readonly kind: FilterKind;
  /** Id of the choice; absent for a range. */
  readonly id?: string;
  /** Text of its chip. */
  readonly label: string;
}

/** Returns the active filters in form order. Their number is the count to show to users. */
export function activeFilters(filters: FilterSpec, options: FilterTextOptions = {}): ActiveFilter[] {
  const { locale, messages, labelOf } = withTextDefaults(options);
  const spec = canonicalFilters(filters);
  return filterKinds.flatMap((kind): ActiveFilter[] => {
    if (isChoicesKind(kind)) return chosenIds(spec, kind).map((id) => ({ kind, id, label: labelOf(kind, id) ?? id }));
    if (isRangeKind(kind)) {
      const label = rangeLabels[kind](spec, messages.chips, locale);
      return label ? [{ kind, label }] : [];
    }
    const id = spec[filterFields[kind].keys[0]];
    return id ? [{ kind, id, label: messages.mediaTypes[id] }] : [];
  });
}

/** Returns the chosen ids of one filter kind as text. */
export function chosenIds(filters: FilterSpec, kind: ChoicesKind): string[] {
  return (filters[filterFields[kind].keys[0]] ?? []).map(String);
}

/** Returns the filters without the given active filter, in canonical form. */
export function withoutFilter(filters: FilterSpec, { kind, id }: Pick<ActiveFilter, 'kind' | 'id'>): FilterSpec {
  if (!isChoicesKind(kind)) return withoutFilterKind(filters, kind);
  const key = filterFields[kind].keys[0];
  const values: readonly (number | string)[] = filters[key] ?? [];
  return canonicalFilters({ ...filters, [key]: values.filter((value) => String(value) !== id) });
}

/** Functions that return the label of a range for the chip or the sentence, or `undefined` if it has no bounds. */
export const rangeLabels: Readonly<
  Record<
    RangeKind,
    (spec: FilterSpec, messages: RuntimeMessages & ReleaseDateMessages, locale: string) => string | undefined
  >
> = { runtime: runtimeLabel, releaseDate: releaseDateLabel };

/** Messages for a runtime. The bound next to the unit selects the plural form. */
interface RuntimeMessages {
  readonly runtimeFrom: Message;
  readonly runtimeTo: Message;
  readonly runtimeBetween: Message;
}

/** Messages for a range of release dates. */
interface ReleaseDateMessages {
  readonly releasedFrom: string;
  readonly releasedTo: string;
  readonly releasedBetween: string;
  readonly releasedIn: string;
}

function runtimeLabel(spec: FilterSpec, messages: RuntimeMessages, locale: string): string | undefined {
  const { with_runtime_gte: min, with_runtime_lte: max } = spec;
  const count = max ?? min;
  if (count === undefined) return undefined;
  if (min === undefined) return formatMessage(messages.runtimeTo, { max: count, count }, locale);
  if (max === undefined) return formatMessage(messages.runtimeFrom, { min, count }, locale);
  return formatMessage(messages.runtimeBetween, { min, max, count }, locale);
}

function releaseDateLabel(spec: FilterSpec, messages: ReleaseDateMessages, locale: string): string | undefined {
  const { with_release_date_gte: first, with_release_date_lte: last } = spec;
  const years = wholeYears(first, last);
  const format = years ? formatYear : formatCalendarDate;
  const { from: lower, to: upper } = years ?? { from: first, to: last };
  const from = lower && format(lower, locale);
  const to = upper && format(upper, locale);
  if (years && from && from === to) return formatMessage(messages.releasedIn, { year: from });
  if (from && to) return formatMessage(messages.releasedBetween, { from, to });
  if (from) return formatMessage(messages.releasedFrom, { from });
  return to && formatMessage(messages.releasedTo, { to });
}
