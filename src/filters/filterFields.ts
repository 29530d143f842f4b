import type { Messages } from '../messages/messages.js';
import type { FilterSpec, MediaType } from './filterSpec.js';
import { REGION_CODE } from './regionCode.js';
import { isReleaseDate } from './calendarDate.js';
import { wholeNumber } from './wholeNumber.js';

/** What the library knows about one filter. Its {@link FilterSpec} keys and its form fields stand in the same order. */
interface FilterField {
  /** One of a few values, any number of choices from a vocabulary, or a lower and an upper bound. */
  readonly shape: 'choice' | 'choices' | 'range';
  /** Keys of the API. */
  readonly keys: readonly (keyof FilterSpec)[];
  /** Fields of the form. */
  readonly fields: readonly string[];
  /** Key of the URL, behind the prefix. */
  readonly urlKey: string;
  /** Reads one value from text, in the form and in the URL; `undefined` for text that is no value. */
  readonly read: (text: string) => unknown;
  /** Whether the form takes a text, where it takes fewer values than the API. */
  readonly isInForm?: (text: string) => boolean;
  /** What the form says of a bound that is half typed or that it does not take, and of bounds in the wrong order. */
  readonly issues?: Readonly<Record<'incomplete' | 'unfit' | 'reversed', keyof Messages['fieldErrors']>>;
}

/**
 * Every filter of a page, in the order of the form. Form values and their checks, URL, chips, counts and the places of errors are derived
 * from this table; the words of a filter and the emulator are checked against it by the compiler.
 */
export const filterFields = {
  mediaType: { shape: 'choice', keys: ['media_type'], fields: ['mediaType'], urlKey: 'type', read: readMediaType },
  genres: { shape: 'choices', keys: ['genres'], fields: ['genres'], urlKey: 'genres', read: wholeNumber },
  keywords: { shape: 'choices', keys: ['keywords'], fields: ['keywords'], urlKey: 'keywords', read: wholeNumber },
  runtime: {
    shape: 'range',
    keys: ['with_runtime_gte', 'with_runtime_lte'],
    fields: ['runtimeMin', 'runtimeMax'],
    urlKey: 'runtime',
    read: wholeNumber,
    issues: { incomplete: 'incompleteNumber', unfit: 'incompleteNumber', reversed: 'lowerAboveUpperRuntime' },
  },
  releaseDate: {
    shape: 'range',
    keys: ['with_release_date_gte', 'with_release_date_lte'],
    fields: ['releaseFrom', 'releaseTo'],
    urlKey: 'date',
    read: readText,
    isInForm: isReleaseDate,
    issues: { incomplete: 'incompleteDate', unfit: 'dateOutOfRange', reversed: 'lowerAboveUpperDate' },
  },
  regions: { shape: 'choices', keys: ['region'], fields: ['regions'], urlKey: 'region', read: readRegion },
  watchProviders: {
    shape: 'choices',
    keys: ['with_watch_providers'],
    fields: ['watchProviders'],
    urlKey: 'on',
    read: readText,
  },
} as const satisfies Readonly<Record<string, FilterField>>;

/** A filter of a page: genres, keywords, the media type, … A pair of bounds is one. */
export type FilterKind = keyof typeof filterFields;

/** The filters of one shape. */
type KindOf<Shape extends FilterField['shape']> = {
  [Kind in FilterKind]: (typeof filterFields)[Kind]['shape'] extends Shape ? Kind : never;
}[FilterKind];

/** A filter of which any number of values are chosen. */
export type ChoicesKind = KindOf<'choices'>;

/** A filter with a lower and an upper bound. */
export type RangeKind = KindOf<'range'>;

/** Every filter, in the order of the form. */
// Object.keys does not know that the keys are those of the type.
export const filterKinds = Object.keys(filterFields) as readonly FilterKind[];

/** Tells whether any number of values of a filter can be chosen. */
export const isChoicesKind = (kind: FilterKind): kind is ChoicesKind => filterFields[kind].shape === 'choices';

/** Tells whether a filter has a lower and an upper bound. */
export const isRangeKind = (kind: FilterKind): kind is RangeKind => filterFields[kind].shape === 'range';

function readMediaType(text: string): MediaType | undefined {
  return text === 'movie' || text === 'tv' ? text : undefined;
}

function readRegion(text: string): string | undefined {
  return REGION_CODE.test(text) ? text : undefined;
}

function readText(text: string): string | undefined {
  return text || undefined;
}
