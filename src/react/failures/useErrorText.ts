'use client';

import { useCallback } from 'react';
import { isDiscovrError } from '../../shared/errors.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { errorsEnglish } from '../../messages/english/errors.js';
import { useMessages } from '../provider/useMessages.js';

/**
 * Returns a function that returns the text about an error for users, in the provider's messages: the same text that the
 * drop-ins show. An error that is not a `DiscovrError` has the general text. The function is the same on every render.
 *
 * @throws {Error} when there is no `<DiscovrProvider>` above.
 * @example
 * const errorText = useErrorText();
 * {createPage.error && <p role="alert">{errorText(createPage.error)}</p>}
 */
export function useErrorText(): (error: Error) => string {
  const messages = useMessages(errorsEnglish, undefined, 'useErrorText()');
  return useCallback(
    (error) => errorMessage(isDiscovrError(error) ? error : { code: 'UNKNOWN' }, messages),
    [messages],
  );
}
