import type { Resolver } from 'react-hook-form';
import { loadOnce } from '../../shared/lateModule.js';
import type { PageFilterFormValues, PageFilterPayload } from '../../filters/formValues.js';
import type { FieldName } from './formFields.js';

/** Loads the code that validates the form: zod, its resolver and the schema of the form. */
export const loadPageFilterResolver = loadOnce('filter forms', () => import('./pageFilterResolver.js'));

/**
 * Returns a resolver that loads its code when the form is first validated. Rejects with a `DiscovrError` when the code
 * cannot be loaded.
 *
 * @param isTouchedLast see `pageFilterResolver`.
 */
export function latePageFilterResolver(
  isTouchedLast: (field: FieldName) => boolean,
): Resolver<PageFilterFormValues, unknown, PageFilterPayload> {
  return async (...args) => (await loadPageFilterResolver()).pageFilterResolver(isTouchedLast)(...args);
}
