import { formatMessage } from './formatMessage.js';
import { lookUp } from './lookUp.js';
import type { Messages } from './messages.js';

/**
 * Words for a person by an error's `code`; `UNKNOWN`, and a code without words of its own, is followed by
 * the id of the request where there is one, so that support can find it.
 */
export function errorMessage(
  error: { code: string; requestId?: string | undefined },
  messages: Pick<Messages, 'errors'>,
): string {
  const { errors } = messages;
  const isOwn = error.code !== 'reference' && error.code !== 'UNKNOWN';
  const words = isOwn ? lookUp(errors, error.code) : undefined;
  if (words) return words;
  const reference = error.requestId && formatMessage(errors.reference, { requestId: error.requestId });
  return reference ? `${errors.UNKNOWN} ${reference}` : errors.UNKNOWN;
}
