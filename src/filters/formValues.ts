import * as z from 'zod/mini';
import type { Messages } from '../messages/messages.js';
import { canonicalFilters } from './canonicalFilters.js';
import { filterFields, filterKinds, isRangeKind, type FilterKind, type RangeKind } from './filterFields.js';
import { isOrdered, type FilterSpec, type MediaType } from './filterSpec.js';

/** Value of a number or date field whose text is not (yet) a value: half typed, which browsers report as empty. */
export const INCOMPLETE = 'incomplete';

/** A field of the form that belongs to filters of one shape. */
type FieldOf<Shape> = Extract<(typeof filterFields)[FilterKind], { shape: Shape }>['fields'][number];

/** What a person has put into the form: every field is text or a list of ids, and an empty one filters nothing. */
export type PageFilterFormValues = { [Field in FieldOf<'choice'>]: 'all' | MediaType } & {
  [Field in FieldOf<'choices'>]: string[];
} & { [Field in FieldOf<'range'>]: string } & {
  /** Name of the page. */
  name: string;
};

type FieldSchemas = {
  [Field in keyof PageFilterFormValues]: z.ZodMiniType<PageFilterFormValues[Field], PageFilterFormValues[Field]>;
};

/** The schema of each field of a filter. */
function schemaOf(kind: FilterKind): z.ZodMiniType {
  const field = filterFields[kind];
  if (field.shape === 'range') return textWithout((text) => boundIssue(field, text));
  const value = textWithout((text) => (field.read(text) === undefined ? 'invalid' : undefined));
  return field.shape === 'choices' ? z.array(value) : z.union([z.literal('all'), value]);
}

/** A text of which nothing is said. */
function textWithout(issueIn: (text: string) => keyof Messages['fieldErrors'] | undefined) {
  return z.string().check(
    z.refine((text) => issueIn(text) === undefined, {
      // The input of a check on strings is one.
      error: ({ input }) => issueIn(input as string),
    }),
  );
}

function boundIssue(field: RangeField, text: string) {
  if (text === '') return undefined;
  if (text === INCOMPLETE) return field.issues.incomplete;
  return readBound(field, text) === undefined ? field.issues.unfit : undefined;
}

// The fields are those of the table, and each has the schema of its filter; Object.fromEntries does not know that.
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

/** What the form says to Discovr: the payload of `POST /pages`. */
export interface PageFilterPayload {
  /** Canonical filters; absent where nothing is filtered. */
  pageFilters?: FilterSpec;
  /** Name of the page, without surrounding space; absent where it is empty. */
  name?: string;
}

/**
 * Schema of the form: reads {@link PageFilterFormValues} and gives a {@link PageFilterPayload}. The messages of its
 * issues are keys of `messages.fieldErrors`.
 */
export const pageFilterFormSchema = z.pipe(formValues, z.transform(payloadFromFormValues));

/** Turns form values into the payload; what is not a value yet is left out, so that a draft can be shown at any time. */
export function payloadFromFormValues(values: PageFilterFormValues): PageFilterPayload {
  const pageFilters = filtersFromFormValues(values);
  const name = values.name.trim();
  return { ...(Object.keys(pageFilters).length > 0 && { pageFilters }), ...(name && { name }) };
}

/** Turns form values into canonical filters; what is not a value yet, or a range upside down, is left out. */
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
  // Each value was read as its filter's own.
  return canonicalFilters(filters as FilterSpec);
}

/** Turns filters into form values: the inverse of {@link filtersFromFormValues}, but for dates outside 1870–2100. */
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
  // Each value was written as its field's own.
  return values as PageFilterFormValues;
}

type RangeField = (typeof filterFields)[RangeKind];
type Bound = number | string | undefined;

/** The bounds of a range that are values; what is half typed, or more than the form takes, is open. */
function boundsOf(values: Record<RangeField['fields'][number], string>, field: RangeField): [Bound, Bound] {
  const [lower, upper] = field.fields.map((name) => readBound(field, values[name]));
  return [lower, upper];
}

function readBound(field: RangeField, text: string): Bound {
  return 'isInForm' in field && !field.isInForm(text) ? undefined : field.read(text);
}
