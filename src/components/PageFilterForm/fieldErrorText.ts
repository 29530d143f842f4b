import type { FieldError } from 'react-hook-form';
import { formatMessage } from '../../messages/formatMessage.js';
import { lookUp } from '../../messages/lookUp.js';
import type { Messages } from '../../messages/messages.js';

/** What is wrong with a field, in words for a person. */
export function fieldErrorText(
  error: FieldError | undefined,
  { fieldErrors }: Pick<Messages, 'fieldErrors'>,
): string | undefined {
  if (!error) return undefined;
  if (error.type === 'server') return formatMessage(fieldErrors.refused, { reason: error.message ?? '' });
  // A fault inside a list stands on its entries and has no message of its own.
  return lookUp(fieldErrors, error.message ?? '') ?? fieldErrors.invalid;
}
