'use client';

import { useFormState } from 'react-hook-form';
import { formatMessage } from '../../messages/formatMessage.js';
import { lookUp } from '../../messages/lookUp.js';
import type { FieldName } from './formFields.js';
import type { PageFilterFormController } from './types.js';

/** What is wrong with a field, in words for a person. Renders again only when that field's error changes. */
export function useFieldError({ form, messages }: PageFilterFormController, field: FieldName): string | undefined {
  const { errors } = useFormState({ control: form.control, name: field, exact: true });
  const error = errors[field];
  if (!error) return undefined;
  const words = messages.fieldErrors;
  if (error.type === 'server') return formatMessage(words.refused, { reason: error.message ?? '' });
  // A fault inside a list stands on its entries and has no message of its own.
  return lookUp(words, error.message ?? '') ?? words.invalid;
}
