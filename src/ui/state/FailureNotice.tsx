'use client';

import type { DiscovrError } from '../../shared/errors.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages } from '../../messages/messages.js';
import { StateNotice, type StateNoticeAction, type StateNoticeLooks } from './StateNotice.js';

/** Props of {@link FailureNotice}. */
export interface FailureNoticeProps extends StateNoticeLooks {
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
  const back = onBack && { label: messages.states.back, act: onBack };
  return (
    <StateNotice
      {...looks}
      title={titleOfError(error, messages.states)}
      text={isMissing ? messages.states.notFoundText : errorMessage(error, messages)}
      action={isMissing ? back : retry}
      isFailure
    />
  );
}

/** Returns the heading for an error. */
export function titleOfError({ code }: DiscovrError, states: Messages['states']): string {
  if (code === 'NETWORK_ERROR') return states.offline;
  return code === 'NOT_FOUND' ? states.notFound : states.failed;
}
