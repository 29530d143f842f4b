import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, FieldErrors, Resolver } from 'react-hook-form';
import { filterFields, filterKinds, isRangeKind } from '../../filters/filterFields.js';
import { formValuesFromFilters, type PageFilterFormValues, type PageFilterPayload } from '../../filters/formValues.js';
import { pageFilterFormSchema } from '../../filters/pageFilterFormSchema.js';
import type { FieldName } from './fieldErrors.js';

// The form loads this module after its first render, with what it needs only when a draft is applied.
export { applyDraft, partsOf } from './applyDraft.js';
export { SessionFailure } from './SessionFailure.js';

/** Returns a kept draft as form values; `undefined` if it is none. */
export function readDraft(kept: unknown): PageFilterFormValues | undefined {
  const { success, data } = pageFilterFormSchema.safeParse(kept);
  return success ? formValuesFromFilters(data.pageFilters, data.name) : undefined;
}

/**
 * Returns a resolver that validates the form with its schema. A minimum above its maximum is one error, shown on the
 * bound that the user edited last.
 *
 * @param isTouchedLast whether the user edited this bound later than the other bound of its range.
 */
export function pageFilterResolver(
  isTouchedLast: (field: FieldName) => boolean,
): Resolver<PageFilterFormValues, unknown, PageFilterPayload> {
  return (values, _context, options) => {
    const { data, error: failure } = pageFilterFormSchema.safeParse(values);
    if (!failure) return { values: data, errors: {} };
    const firstErrors: Record<string, FieldError> = {};
    for (const { path, code, message } of failure.issues) firstErrors[path.join('.')] ??= { type: code, message };
    const errors: FieldErrors<PageFilterFormValues> = toNestErrors(firstErrors, options);
    for (const kind of filterKinds.filter(isRangeKind)) {
      const { fields, issues } = filterFields[kind];
      const [lower, upper] = fields;
      const error = errors[upper];
      if (error?.message !== issues.reversed || errors[lower] || !isTouchedLast(lower)) continue;
      errors[lower] = error;
      delete errors[upper];
    }
    return { values: {}, errors };
  };
}
