'use client';

import type { DiscovrError } from '../../shared/errors.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Alert } from '../../ui/Alert.js';
import { joinClasses } from '../../ui/slotClass.js';
import { StableLabel } from '../../ui/StableLabel.js';

/** Props of {@link PageAlert}. */
export interface PageAlertProps {
  error: DiscovrError;
  /** Whether the retry is running. */
  isTrying: boolean;
  onRetry: () => void;
  messages: Pick<Messages, 'page' | 'errors'>;
  className: string | undefined;
}

/** Shows why content of a page did not load, and a retry button. The up and down arrow keys reach it too. */
export function PageAlert({ error, isTrying, onRetry, messages, className }: PageAlertProps) {
  const texts = messages.page;
  return (
    <div className={joinClasses('discovr-DiscovrPage-alert', className)} data-rail-stop="">
      <Alert text={errorMessage(error, messages)} />
      <button type="button" className="discovr-Button" aria-disabled={isTrying || undefined} onClick={onRetry}>
        <StableLabel text={isTrying ? texts.loading : texts.retry} texts={[texts.retry, texts.loading]} />
      </button>
    </div>
  );
}
