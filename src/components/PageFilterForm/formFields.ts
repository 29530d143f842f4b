import type { DiscovrIssue } from '../../shared/errors.js';
import { filterFields, filterKinds } from '../../filters/filterFields.js';
import { formValuesFromFilters, type PageFilterFormValues } from '../../filters/formValues.js';
import type { FilterSpec } from '../../filters/filterSpec.js';

/** Name of a form field. */
export type FieldName = keyof PageFilterFormValues;

const FIELD_BY_PAYLOAD_KEY = new Map<string, FieldName>(
  filterKinds.flatMap((kind) => {
    const { keys, fields }: { keys: readonly string[]; fields: readonly FieldName[] } = filterFields[kind];
    return keys.map((key, index) => [key, fields[index]!] as const);
  }),
);

/** Returns the field that an issue with the payload belongs to, or `undefined` when it belongs to none. */
export function fieldOfIssue({ path }: DiscovrIssue): FieldName | undefined {
  const [first, second] = path.map(String);
  if (first === 'name') return 'name';
  const key = first === 'pageFilters' ? second : first;
  return key === undefined ? undefined : FIELD_BY_PAYLOAD_KEY.get(key);
}

/** Whether a draft has the same values as filters. The page name is ignored. */
export function isDraftOf(draft: PageFilterFormValues, filters: FilterSpec): boolean {
  return areEqualValues(draft, formValuesFromFilters(filters, draft.name));
}

/** Whether two drafts have the same values, in any order. */
export function areEqualValues(draft: PageFilterFormValues, other: PageFilterFormValues): boolean {
  return (Object.keys(other) as FieldName[]).every((field) => textOf(draft[field]) === textOf(other[field]));
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'object' ? [...value].sort().join(' ') : (value ?? '');
}
