import type { DiscovrError } from '../../api/errors/discovrError.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages } from '../../messages/messages.js';

/** Words for a failed request about profiles; those of the codes that speak of pages elsewhere are the picker's own. */
export function profileErrorText(error: DiscovrError, messages: Pick<Messages, 'profiles' | 'errors'>): string {
  if (error.code === 'NOT_SIGNED_IN') return messages.profiles.signedOut;
  if (error.code === 'VALIDATION_FAILED') return messages.profiles.refused;
  return errorMessage(error, messages);
}
