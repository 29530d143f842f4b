import * as z from 'zod/mini';
import type { Messages } from '../messages/messages.js';
import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds, isRangeKind, type FilterKind, type RangeKind } from './filterFields.js';
import { isOrdered, type FilterSpec, type MediaType } from './filterSpec.js';

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

type FieldSchemas = {
  [Field in keyof PageFilterFormValues]: z.ZodMiniType<PageFilterFormValues[Field], PageFilterFormValues[Field]>;
};

/** Returns the schema for the form fields of a filter kind. */
function schemaOf(kind: FilterKind): z.ZodMiniType {
  const field = filterFields[kind];
  if (field.shape === 'range') return textWithout((text) => boundIssue(field, text));
  const value = textWithout((text) => (field.read(text) === undefined ? 'invalid' : undefined));
  return field.shape === 'choices' ? z.array(value) : z.union([z.literal('all'), value]);
}

/** Returns a schema that accepts a text when `issueIn` returns `undefined` for it. */
function textWithout(issueIn: (text: string) => keyof Messages['fieldErrors'] | undefined) {
  return z.string().check(
    z.refine((text) => issueIn(text) === undefined, {
      // The check runs on strings only.
      error: ({ input }) => issueIn(input as string),
    }),
  );
}

function boundIssue(field: RangeField, text: string) {
  if (text === '') return undefined;
  if (text === INCOMPLETE) return field.issues.incomplete;
  return readBound(field, text) === undefined ? field.issues.unfit : undefined;
}

// Object.fromEntries loses the types of the keys. Each field has the schema of its filter kind.
const fieldSchemas = Object.fromEntries([
  ...filterKinds.flatMap((kind) => filterFields[kind].fields.map((field) => [field, schemaOf(kind)])),
  ['name', z.string()],
]) as FieldSchemas;

const formValues = z.object(fieldSchemas).check(
  ...filterKinds.filter(isRangeKind).map((kind) => {
    const { fields, issues } = filterFields[kind];
    return z.refine<PageFilterFormValues>((values) => isOrdered(...boundsOf(values, filterFields[kind])), {
      error: issues.reversed,
      path: [fields[1]],
    });
  }),
);

/** Payload of `POST /pages` that the form creates. */
export interface PageFilterPayload {
  /** Canonical filters; absent when no filter is set. */
  pageFilters?: FilterSpec;
  /** Name of the page, trimmed; absent when it is empty. */
  name?: string;
}

/**
 * Schema of the form: parses {@link PageFilterFormValues} into a {@link PageFilterPayload}. The messages of its issues
 * are keys of `messages.fieldErrors`.
 */
export const pageFilterFormSchema = z.pipe(formValues, z.transform(payloadFromFormValues));

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

/** Converts filters to form values. Inverse of {@link filtersFromFormValues}, except for dates outside 1870–2100. */
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

type RangeField = (typeof filterFields)[RangeKind];
type Bound = number | string | undefined;

/** Returns the bounds of a range. A bound that is half typed or that the form rejects counts as open. */
function boundsOf(values: Record<RangeField['fields'][number], string>, field: RangeField): [Bound, Bound] {
  const [lower, upper] = field.fields.map((name) => readBound(field, values[name]));
  return [lower, upper];
}

function readBound(field: RangeField, text: string): Bound {
  return 'isInForm' in field && !field.isInForm(text) ? undefined : field.read(text);
}
