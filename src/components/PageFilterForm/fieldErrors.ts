'use client';

import { useFormState } from 'react-hook-form';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { formValuesFromFilters, type PageFilterFormValues } from '../../filters/formValues.js';
import { lookUp } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import type { DiscovrError } from '../../shared/errors.js';
import type { PageFilterFormController } from './types.js';

/**
 * Returns a function that returns the text about the error of a form field for users, in the form's messages, or
 * `undefined` when the field is valid. Renders again when the errors change.
 *
 * @param form result of `usePageFilterForm()` or, in a custom part, of `usePageFilterFormContext()`.
 * @example
 * const fieldErrorText = useFieldErrorText(form);
 * <p role="alert">{fieldErrorText('runtimeMax')}</p>
 */
export function useFieldErrorText({
  form,
  messages,
}: Pick<PageFilterFormController, 'form' | 'messages'>): (field: keyof PageFilterFormValues) => string | undefined {
  const { errors } = useFormState({ control: form.control });
  return (field) => fieldErrorText(errors[field], messages);
}

/** Returns the error message of a field for the user, or `undefined` when the field is valid. */
export function fieldErrorText(
  error: { type?: string | undefined; message?: string | undefined } | undefined,
  { fieldErrors }: Pick<Messages, 'fieldErrors'>,
): string | undefined {
  if (!error) return undefined;
  if (error.type === 'server') return error.message || fieldErrors.invalid;
  // An invalid entry of a list has its own error, so the list's error has no message.
  return lookUp(fieldErrors, error.message ?? '') ?? fieldErrors.invalid;
}

/** Name of a form field. */
export type FieldName = keyof PageFilterFormValues;

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

/** Returns whether an error can mean that no user is signed in or that no profile is active. */
export function isSessionError({ code }: DiscovrError): boolean {
  return /^(NOT_SIGNED_IN|NO_ACTIVE_PROFILE|TOKEN_INVALID|TOKEN_EXPIRED)$/.test(code);
}
