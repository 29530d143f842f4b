import type { DiscovrError } from '../../shared/errors.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { FilterFormMessages } from './filterFormMessages.js';

/** Returns whether an error can mean that no user is signed in or that no profile is active. */
export function isSessionError({ code }: DiscovrError): boolean {
  return /^(NOT_SIGNED_IN|NO_ACTIVE_PROFILE|TOKEN_INVALID|TOKEN_EXPIRED)$/.test(code);
}

/** Returns the sentence that announces such an error. */
export function sessionErrorText(error: DiscovrError, messages: FilterFormMessages): string {
  if (error.code === 'NOT_SIGNED_IN') return messages.form.signedOut;
  return error.code === 'NO_ACTIVE_PROFILE' ? messages.form.noProfile : errorMessage(error, messages);
}
