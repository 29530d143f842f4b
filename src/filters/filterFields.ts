import type { Messages } from '../messages/messages.js';
import { canonicalFilters } from './canonicalFilters.js';
import type { FilterSpec, MediaType } from './filterSpec.js';
import { isCalendarDate, numberOf, REGION_CODE, wholeNumber } from './values.js';

/** Definition of one filter kind. Its {@link FilterSpec} keys and its form fields are in the same order. */
interface FilterField {
  /** One of a few fixed values, any number of choices from a vocabulary, or a lower and an upper bound. */
  readonly shape: 'choice' | 'choices' | 'range';
  /** Keys in API requests. */
  readonly keys: readonly (keyof FilterSpec)[];
  readonly fields: readonly string[];
  /** Key in the URL, after the prefix. */
  readonly urlKey: string;
  /** Parses one value from the form or the URL; returns `undefined` for invalid text. */
  readonly read: (text: string) => unknown;
  /** Native field for a bound. The form accepts its values only, which can be fewer than the API accepts. */
  readonly input?: BoundInput;
  /** What the keys of a range of numbers start with in `messages.chips` and `messages.summary`: `runtimeFrom`. */
  readonly texts?: string;
  /** Form errors for a bound that is no number or date, one beyond the limits, and bounds in the wrong order. */
  readonly issues?: Readonly<Record<'incomplete' | 'unfit' | 'reversed', keyof Messages['fieldErrors']>>;
}

/** Attributes of the native field for a bound of a range. */
export interface BoundInput {
  readonly type: 'number' | 'date';
  readonly min: number | string;
  readonly max?: number | string;
  /** Distance of numbers. A fraction, such as 0.1, allows decimals. */
  readonly step?: number;
}

/**
 * Every filter kind, in form order. Form values, validation, URL parameters, chips, counts and the fields that show
 * errors are derived from this table. The compiler checks the messages and the emulator against it.
 */
export const filterFields = {
  mediaType: { shape: 'choice', keys: ['media_type'], fields: ['mediaType'], urlKey: 'type', read: readMediaType },
  watchProviders: {
    shape: 'choices',
    keys: ['with_watch_providers'],
    fields: ['watchProviders'],
    urlKey: 'on',
    read: readText,
  },
  genres: { shape: 'choices', keys: ['genres'], fields: ['genres'], urlKey: 'genres', read: wholeNumber },
  runtime: {
    shape: 'range',
    keys: ['with_runtime_gte', 'with_runtime_lte'],
    fields: ['runtimeMin', 'runtimeMax'],
    urlKey: 'runtime',
    ...numbers({ min: 0, max: 600, step: 1 }),
    texts: 'runtime',
    issues: { incomplete: 'incompleteNumber', unfit: 'runtimeTooLong', reversed: 'lowerAboveUpperRuntime' },
  },
  releaseDate: {
    shape: 'range',
    keys: ['with_release_date_gte', 'with_release_date_lte'],
    fields: ['releaseFrom', 'releaseTo'],
    urlKey: 'date',
    read: readDate,
    input: { type: 'date', min: '1870-01-01', max: '2100-12-31' },
    issues: { incomplete: 'incompleteDate', unfit: 'dateOutOfRange', reversed: 'lowerAboveUpperDate' },
  },
  regions: { shape: 'choices', keys: ['region'], fields: ['regions'], urlKey: 'region', read: readRegion },
  keywords: { shape: 'choices', keys: ['keywords'], fields: ['keywords'], urlKey: 'keywords', read: wholeNumber },
} as const satisfies Readonly<Record<string, FilterField>>;

/** Filter kind: genres, keywords, the media type, … A range, with both bounds, is one kind. */
export type FilterKind = keyof typeof filterFields;

/** Filter kinds of one shape. */
type KindOf<Shape extends FilterField['shape']> = {
  [Kind in FilterKind]: (typeof filterFields)[Kind]['shape'] extends Shape ? Kind : never;
}[FilterKind];

/** Filter kind that allows any number of choices. */
export type ChoicesKind = KindOf<'choices'>;

/** Filter kind with a lower and an upper bound. */
export type RangeKind = KindOf<'range'>;

/** Every filter kind, in form order. */
// Object.keys returns string[], although the keys are exactly the filter kinds.
export const filterKinds = Object.keys(filterFields) as readonly FilterKind[];

/** Whether a filter kind allows any number of choices. */
export const isChoicesKind = (kind: FilterKind): kind is ChoicesKind => filterFields[kind].shape === 'choices';

/** Whether a filter kind has a lower and an upper bound. */
export const isRangeKind = (kind: FilterKind): kind is RangeKind => filterFields[kind].shape === 'range';

/** Returns the kinds of the active filters, in form order. */
export function kindsOf(filters: FilterSpec): FilterKind[] {
  const spec = canonicalFilters(filters);
  return filterKinds.filter((kind) => filterFields[kind].keys.some((key) => spec[key] !== undefined));
}

/** Returns the filters without one filter kind, in canonical form. */
export function withoutFilterKind(filters: FilterSpec, kind: FilterKind): FilterSpec {
  const rest = { ...filters };
  for (const key of filterFields[kind].keys) delete rest[key];
  return canonicalFilters(rest);
}

/** Returns the field and the parser for the bounds of a range of numbers. */
function numbers(limits: { min: number; max?: number; step: number }) {
  const input: BoundInput = { type: 'number', ...limits };
  return { input, read: (text: string) => numberOf(text, limits.step) };
}

function readMediaType(text: string): MediaType | undefined {
  return text === 'movie' || text === 'tv' ? text : undefined;
}

function readDate(text: string): string | undefined {
  return isCalendarDate(text) ? text : undefined;
}

function readRegion(text: string): string | undefined {
  return REGION_CODE.test(text) ? text : undefined;
}

function readText(text: string): string | undefined {
  return text || undefined;
}
