import type { FieldError } from 'react-hook-form';
import { formatMessage } from '../../messages/formatMessage.js';
import { lookUp } from '../../messages/lookUp.js';
import type { Messages } from '../../messages/messages.js';

/** Returns the error message of a field for the user, or `undefined` when the field is valid. */
export function fieldErrorText(
  error: FieldError | undefined,
  { fieldErrors }: Pick<Messages, 'fieldErrors'>,
): string | undefined {
  if (!error) return undefined;
  if (error.type === 'server') return formatMessage(fieldErrors.refused, { reason: error.message ?? '' });
  // An error inside a list is stored on its entries; the list itself has no error message.
  return lookUp(fieldErrors, error.message ?? '') ?? fieldErrors.invalid;
}
