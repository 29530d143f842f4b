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
  // An invalid entry of a list has its own error, so the list's error has no message.
  return lookUp(fieldErrors, error.message ?? '') ?? fieldErrors.invalid;
}
