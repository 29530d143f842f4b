'use client';

import { useEffect } from 'react';
import { errorMessage } from '../messages/errorMessage.js';
import type { Messages } from '../messages/messages.js';
import { browserPlatform } from '../platform/browser.js';
import type { DiscovrError } from '../shared/errors.js';
import { Icon, offlineIcon, warningIcon } from './Icon.js';
import { joinClasses } from './classNames.js';

/** The button of a notice. */
interface StateNoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** Appearance and place of a notice. */
export interface StateNoticeLooks {
  /** Level of the heading. */
  headingLevel: 1 | 2 | 3 | 4 | 5;
  /** Id of the heading, when it labels an element. */
  titleId?: string | undefined;
  /**
   * `center` fills the place of the missing content; `start` stands between other content.
   * @default 'center'
   */
  look?: 'center' | 'start' | undefined;
  className?: string | undefined;
}

interface StateNoticeProps extends StateNoticeLooks {
  /** What the state is; `undefined` when a heading above the notice says it. */
  title: string | undefined;
  /** Why, in one sentence. */
  text: string;
  /** The next step; `undefined` when the app offers none. */
  action: StateNoticeAction | undefined;
  /** Path of the icon; not shown between other content. */
  icon?: string | undefined;
  /** Whether the icon has the color of an error. */
  isFault?: boolean | undefined;
  /** Whether a dialog for the next step is above it. */
  isCovered?: boolean | undefined;
  /**
   * Whether something failed. Screen readers then announce the text at once. Being signed out is not a failure.
   * @default false
   */
  isFailure?: boolean | undefined;
}

/** Says why a drop-in has nothing to show: a heading, a sentence, and one button for the next step. */
export function StateNotice(props: StateNoticeProps) {
  const { title, titleId, text, action, icon, headingLevel, look = 'center', className } = props;
  const { isFailure = false, isFault = false, isCovered = false } = props;
  const Heading = `h${headingLevel}` as const;
  const shownIcon = icon ?? (isFailure ? warningIcon : undefined);
  return (
    // The up and down arrow keys of a page reach it too.
    <div
      className={joinClasses('discovr-StateNotice', className)}
      data-look={look}
      data-covered={isCovered ? '' : undefined}
      data-rail-stop="notice"
    >
      {look === 'center' && shownIcon && (
        <span className="discovr-StateNotice-icon" data-look={isFault ? 'fault' : undefined}>
          <Icon path={shownIcon} />
        </span>
      )}
      {title !== undefined && (
        <Heading id={titleId} className="discovr-StateNotice-title">
          {title}
        </Heading>
      )}
      <p role={isFailure ? 'alert' : undefined} className="discovr-StateNotice-text">
        {text}
      </p>
      {action && (
        <button type="button" className="discovr-Button" data-variant="main" onClick={action.act}>
          {action.label}
        </button>
      )}
    </div>
  );
}

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
