import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds, type BoundInput, type FilterKind, type RangeKind } from './filterFields.js';
import type { FilterSpec, MediaType } from './filterSpec.js';
import { isOrdered } from './values.js';

/** Value of a number or date field whose text is half typed. Browsers report such a field as empty. */
export const INCOMPLETE = 'incomplete';

/** Form fields of the filter kinds of one shape. */
type FieldOf<Shape> = Extract<(typeof filterFields)[FilterKind], { shape: Shape }>['fields'][number];

/** Values of the form as the user entered them: text or lists of ids. An empty field filters nothing. */
export type PageFilterFormValues = { [Field in FieldOf<'choice'>]: 'all' | MediaType } & {
  [Field in FieldOf<'choices'>]: string[];
} & { [Field in FieldOf<'range'>]: string } & {
  /** Name of the page. */
  name: string;
};

/** Payload of `POST /pages` that the form creates. */
export interface PageFilterPayload {
  /** Canonical filters; absent when no filter is set. */
  pageFilters?: FilterSpec;
  /** Name of the page, trimmed; absent when it is empty. */
  name?: string;
}

/** Converts form values to a payload. Leaves out invalid and half-typed values, so it works on any draft. */
export function payloadFromFormValues(values: PageFilterFormValues): PageFilterPayload {
  const pageFilters = filtersFromFormValues(values);
  const name = values.name.trim();
  return { ...(Object.keys(pageFilters).length > 0 && { pageFilters }), ...(name && { name }) };
}

/** Converts form values to canonical filters. Leaves out invalid and half-typed values and reversed ranges. */
export function filtersFromFormValues(values: PageFilterFormValues): FilterSpec {
  const filters: { [Key in keyof FilterSpec]: unknown } = {};
  for (const kind of filterKinds) {
    const field = filterFields[kind];
    if (field.shape === 'range') {
      const bounds = boundsOf(values, field);
      if (!isOrdered(...bounds)) continue;
      field.keys.forEach((key, index) => (filters[key] = bounds[index]));
    } else if (field.shape === 'choices') {
      filters[field.keys[0]] = values[field.fields[0]]
        .map<number | string | undefined>(field.read)
        .filter((value) => value !== undefined);
    } else {
      filters[field.keys[0]] = field.read(values[field.fields[0]]);
    }
  }
  // Each value was parsed by `read` of its filter kind.
  return canonicalFilters(filters as FilterSpec);
}

/** Converts filters to form values. Inverse of {@link filtersFromFormValues}, except for bounds that the form rejects. */
export function formValuesFromFilters(filters: FilterSpec = {}, name = ''): PageFilterFormValues {
  const spec = canonicalFilters(filters);
  const values: { [Field in keyof PageFilterFormValues]?: unknown } = { name };
  for (const kind of filterKinds) {
    const field = filterFields[kind];
    if (field.shape === 'range')
      field.fields.forEach((bound, index) => (values[bound] = String(spec[field.keys[index]!] ?? '')));
    else if (field.shape === 'choices') values[field.fields[0]] = (spec[field.keys[0]] ?? []).map(String);
    else values[field.fields[0]] = spec[field.keys[0]] ?? 'all';
  }
  // Each value has the type of its field.
  return values as PageFilterFormValues;
}

/** Entry of a range in the table of filters. */
export type RangeField = (typeof filterFields)[RangeKind];
type Bound = number | string | undefined;

/** Returns the bounds of a range. A bound that is half typed or that the form rejects counts as open. */
export function boundsOf(values: Record<RangeField['fields'][number], string>, field: RangeField): [Bound, Bound] {
  const [lower, upper] = field.fields.map((name) => readBound(field, values[name]));
  return [lower, upper];
}

/** Returns a bound. Returns `undefined` for a text that is half typed or that the form rejects. */
export function readBound({ read, input }: RangeField, text: string): Bound {
  const { min, max }: BoundInput = input;
  const value: Bound = read(text);
  return isOrdered(min, value) && isOrdered(value, max) ? value : undefined;
}

/** Returns form values without those that the schema of the form rejects. */
export function validFormValues(values: PageFilterFormValues): PageFilterFormValues {
  const { pageFilters, name } = payloadFromFormValues(values);
  return formValuesFromFilters(pageFilters, name);
}
