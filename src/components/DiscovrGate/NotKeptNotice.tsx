'use client';

import { errorsEnglish } from '../../messages/english/errors.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { useWords } from '../../react/provider/useWords.js';

/** Says that this device could not save the sign-in. Its place is there before the words are, for screen readers. */
export function NotKeptNotice({ isShown }: { isShown: boolean }) {
  const { colorScheme } = useDiscovrContext('<DiscovrGate>');
  const { errors } = useWords(errorsEnglish, undefined, '<DiscovrGate>');
  return (
    <div
      role="status"
      className={isShown ? 'discovr-Root discovr-DiscovrGate-notice' : 'discovr-VisuallyHidden'}
      data-discovr-scheme={colorScheme === 'system' ? undefined : colorScheme}
    >
      {isShown && errors.SIGN_IN_NOT_KEPT}
    </div>
  );
}
