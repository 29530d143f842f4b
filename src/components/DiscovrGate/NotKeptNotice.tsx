'use client';

import { errorsEnglish } from '../../messages/english/states.js';
import { useMessages } from '../../react/provider/context.js';
import { useRootProps } from '../../ui/useRootProps.js';

/**
 * Reports that the device could not save the sign-in. The element is empty at first, so that screen readers announce
 * the text when it is added.
 */
export function NotKeptNotice({ isShown }: { isShown: boolean }) {
  const { errors } = useMessages(errorsEnglish, undefined, '<DiscovrGate>');
  const rootProps = useRootProps<HTMLDivElement>('<DiscovrGate>', 'discovr-DiscovrGate-notice', {});
  return (
    <div role="status" {...(isShown ? rootProps : { className: 'discovr-VisuallyHidden' })}>
      {isShown && errors.SIGN_IN_NOT_KEPT}
    </div>
  );
}
