'use client';

import { useState } from 'react';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages } from '../../messages/messages.js';
import type { DiscovrError } from '../../shared/errors.js';
import { Alert } from '../../ui/Announcement.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { joinClasses } from '../../ui/classNames.js';
import type { UseDiscovrPageResult } from './useDiscovrPage.js';

interface PageRefreshProps {
  discovrPage: Pick<UseDiscovrPageResult, 'isRefreshing' | 'refresh'>;
  /** Called when the replacement is shown. */
  onRefreshed: () => void;
  messages: Pick<Messages, 'page' | 'errors'>;
  className: string | undefined;
}

/**
 * Renders a button that shows the replacement of an outdated page. It floats over the page, so that nothing moves when it
 * appears. The up and down arrow keys reach it too.
 */
export function PageRefresh({ discovrPage, onRefreshed, messages, className }: PageRefreshProps) {
  const { isRefreshing, refresh } = discovrPage;
  const { showNewer, loading } = messages.page;
  const [error, setError] = useState<DiscovrError | null>(null);
  const handleClick = async () => {
    if (isRefreshing) return;
    const failure = await refresh();
    setError(failure);
    if (!failure) onRefreshed();
  };
  return (
    <div className={joinClasses('discovr-DiscovrPage-refresh', className)} data-rail-stop="">
      <button
        type="button"
        className="discovr-Button"
        aria-disabled={isRefreshing || undefined}
        onClick={() => void handleClick()}
      >
        <StableLabel text={isRefreshing ? loading : showNewer} texts={[showNewer, loading]} />
      </button>
      {error && (
        <p className="discovr-DiscovrPage-refreshError" role="alert">
          {errorMessage(error, messages)}
        </p>
      )}
    </div>
  );
}

interface PageAlertProps {
  error: DiscovrError;
  /** Whether the retry is running. */
  isTrying: boolean;
  /** `end` at the end of the page, where more rails will follow. */
  stop?: 'end' | undefined;
  onRetry: () => void;
  messages: Pick<Messages, 'page' | 'errors'>;
  className: string | undefined;
}

/** Shows why content of a page did not load, and a retry button. The up and down arrow keys reach it too. */
export function PageAlert({ error, isTrying, stop, onRetry, messages, className }: PageAlertProps) {
  const texts = messages.page;
  return (
    <div className={joinClasses('discovr-DiscovrPage-alert', className)} data-rail-stop={stop ?? ''}>
      <Alert text={errorMessage(error, messages)}>
        <button type="button" className="discovr-Button" aria-disabled={isTrying || undefined} onClick={onRetry}>
          <StableLabel text={isTrying ? texts.loading : texts.retry} texts={[texts.retry, texts.loading]} />
        </button>
      </Alert>
    </div>
  );
}
