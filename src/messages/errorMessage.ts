import { formatMessage, lookUp } from './formatMessage.js';
import type { Messages } from './messages.js';

/**
 * Returns the message for an error `code`. For `UNKNOWN` and for a code without a message, returns the general message.
 * The request id follows it, if there is one, so that support can find the request.
 */
export function errorMessage(
  error: { code: string; requestId?: string | undefined },
  messages: Pick<Messages, 'errors'>,
): string {
  const { errors } = messages;
  const isSpecific = error.code !== 'reference' && error.code !== 'UNKNOWN';
  const message = isSpecific ? lookUp(errors, error.code) : undefined;
  if (message) return message;
  const reference = error.requestId && formatMessage(errors.reference, { requestId: error.requestId });
  return reference ? `${errors.UNKNOWN} ${reference}` : errors.UNKNOWN;
}
