'use client';

import { useEffect } from 'react';
import { errorMessage } from '../messages/errorMessage.js';
import type { Messages } from '../messages/messages.js';
import { browserPlatform } from '../platform/browser.js';
import type { DiscovrError } from '../shared/errors.js';
import { offlineIcon } from './Icon.js';
import { StateNotice, type StateNoticeAction, type StateNoticeLooks } from './StateNotice.js';

interface FailureNoticeProps extends StateNoticeLooks {
  error: DiscovrError;
  messages: Pick<Messages, 'states' | 'errors'>;
  /** Repeats what failed. Not offered when the content does not exist, because it cannot help. */
  retry: StateNoticeAction;
  /** Leads away from content that does not exist. */
  onBack?: (() => void) | undefined;
}

/** Says why the content of a drop-in did not load, with a button that tries again or goes back. */
export function FailureNotice({ error, messages, retry, onBack, ...looks }: FailureNoticeProps) {
  const isMissing = error.code === 'NOT_FOUND';
  const isUnreachable = error.code === 'NETWORK_ERROR';
  const { states } = messages;
  useRetryOnline(error, retry.act);
  const back = onBack && { label: states.back, act: onBack };
  return (
    <StateNotice
      {...looks}
      title={titleOfError(error, states)}
      text={isMissing ? states.notFoundText : textOfError(error, messages)}
      action={isMissing ? back : retry}
      icon={isUnreachable ? offlineIcon : undefined}
      isFault={!isMissing && !isUnreachable}
      isFailure
    />
  );
}

/** Returns the sentence for an error, below the heading of {@link titleOfError}. */
export function textOfError(error: DiscovrError, messages: Pick<Messages, 'states' | 'errors'>): string {
  return isOffline(error) ? messages.states.offlineText : errorMessage(error, messages);
}

/** Returns the heading for an error. */
export function titleOfError(error: DiscovrError, states: Messages['states']): string {
  if (isOffline(error)) return states.offline;
  return error.code === 'NOT_FOUND' ? states.notFound : states.failed;
}

/** Whether a call failed while there was no connection. */
export function isOffline({ code }: DiscovrError): boolean {
  return code === 'NETWORK_ERROR' && !browserPlatform.online.isOnline();
}

/**
 * Calls `retry` as soon as there is a connection, if there was none. TanStack repeats a query only if there was one when
 * the app started. If it does, both share one request.
 */
export function useRetryOnline(error: DiscovrError, retry: () => void): void {
  useEffect(() => (isOffline(error) ? browserPlatform.online.onChanged(retry) : undefined));
}
