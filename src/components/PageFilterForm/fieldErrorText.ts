'use client';

import { useFormState } from 'react-hook-form';
import type { PageFilterFormValues } from '../../filters/formValues.js';
import { formatMessage, lookUp } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
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
  if (error.type === 'server') return formatMessage(fieldErrors.refused, { reason: error.message ?? '' });
  // An invalid entry of a list has its own error, so the list's error has no message.
  return lookUp(fieldErrors, error.message ?? '') ?? fieldErrors.invalid;
}
