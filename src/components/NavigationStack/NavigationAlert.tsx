'use client';

import type { DiscovrError } from '../../api/discovrError.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages } from '../../messages/messages.js';
import { joinClasses } from '../../ui/classNames.js';
import { Icon } from '../../ui/Icon.js';

/** Props of {@link NavigationAlert}. */
export interface NavigationAlertProps {
  error: DiscovrError;
  onRetry: () => void;
  messages: Pick<Messages, 'page' | 'errors'>;
  className: string | undefined;
}

/** Says why a page could not be created, and tries again on request. */
export function NavigationAlert({ error, onRetry, messages, className }: NavigationAlertProps) {
  return (
    <div className={joinClasses('discovr-NavigationStack-alert', className)} data-rail-stop="">
      <p className="discovr-Alert" role="alert">
        <Icon name="warning" />
        {errorMessage(error, messages)}
      </p>
      <button type="button" className="discovr-Button" data-variant="main" onClick={onRetry}>
        {messages.page.retry}
      </button>
    </div>
  );
}
