import * as z from 'zod/mini';
import type { Messages } from '../messages/messages.js';
import { filterFields, filterKinds, isRangeKind, type FilterKind } from './filterFields.js';
import {
  boundsOf,
  INCOMPLETE,
  payloadFromFormValues,
  readBound,
  type PageFilterFormValues,
  type RangeField,
} from './formValues.js';
import { isOrdered } from './values.js';

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
  if (text === INCOMPLETE || field.read(text) === undefined) return field.issues.incomplete;
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

/**
 * Schema of the form: parses {@link PageFilterFormValues} into a {@link PageFilterPayload}. The messages of its issues
 * are keys of `messages.fieldErrors`.
 */
export const pageFilterFormSchema = z.pipe(formValues, z.transform(payloadFromFormValues));
