import type { DiscovrError } from '../../api/errors/discovrError.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages } from '../../messages/messages.js';

/** Words for a failed request about a title; those of the codes that speak of pages elsewhere are the sheet's own. */
export function titleErrorText(error: DiscovrError, messages: Pick<Messages, 'titleSheet' | 'errors'>): string {
  const { notFound, signedOut, noProfile, refused } = messages.titleSheet;
  switch (error.code) {
    case 'NOT_FOUND':
      return notFound;
    case 'NOT_SIGNED_IN':
      return signedOut;
    case 'NO_ACTIVE_PROFILE':
      return noProfile;
    case 'VALIDATION_FAILED':
      return refused;
    default:
      return errorMessage(error, messages);
  }
}
