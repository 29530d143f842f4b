'use client';

import type { DiscovrError } from '../../shared/errors.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { useSession, useSessionRequest, type SessionRequestOptions } from '../../react/session/useSession.js';
import type { SessionState } from '../../session/sessionState.js';
import { joinClasses } from '../../ui/classNames.js';
import { StateNotice, titleOfError } from '../../ui/StateNotice.js';
import { missingSessionOf, SessionNotice, textOfSession, titleOfSession } from '../../ui/SessionNotice.js';
import type { TitleSheetPartProps, UseTitleSheetResult } from './useTitleSheet.js';

/** Returns why a sheet has nothing to show, or `undefined` if something has loaded or is loading. */
export function unavailableReason({ error, metaError }: UseTitleSheetResult): DiscovrError | undefined {
  if (error?.code === 'NOT_FOUND') return error;
  return error && metaError ? error : undefined;
}

/** Returns the heading for a sheet with nothing to show. */
export function unavailableTitle(
  reason: DiscovrError,
  session: SessionState,
  { titleSheet, states }: Pick<TitleSheetPartProps['messages'], 'titleSheet' | 'states'>,
): string {
  const missing = missingSessionOf(session);
  if (missing) return titleOfSession(missing, states);
  return reason.code === 'NOT_FOUND' ? titleSheet.unavailable : titleOfError(reason, states);
}

/** Props of {@link TitleSheetUnavailable}. */
export interface TitleSheetUnavailableProps extends TitleSheetPartProps, SessionRequestOptions {
  reason: DiscovrError;
  /** Whether the heading of the sheet is the name of the title. The notice then needs a heading of its own. */
  isNamed: boolean;
  headingLevel: 3 | 4 | 5;
  onClose: () => void;
}

/** Replaces the actions and details of a title that cannot be shown: says why, and has a single button that helps. */
export function TitleSheetUnavailable(props: TitleSheetUnavailableProps) {
  const { sheet, messages, classNames, reason, isNamed, headingLevel, onSessionRequired, onClose } = props;
  const texts = messages.titleSheet;
  const session = useSession();
  const missing = missingSessionOf(session);
  const request = useSessionRequest(onSessionRequired);
  const looks = {
    headingLevel,
    look: 'start',
    className: joinClasses('discovr-TitleSheet-unavailable', classNames?.alert),
  } as const;
  // Without a way to sign in, the button closes the sheet.
  if (missing && request) {
    return (
      <SessionNotice {...looks} {...{ session: missing, messages, texts, onSessionRequired }} isUntitled={!isNamed} />
    );
  }
  const isMissing = reason.code === 'NOT_FOUND';
  const failure = isMissing ? texts.notFound : errorMessage(reason, messages);
  return (
    <StateNotice
      {...looks}
      title={isNamed ? unavailableTitle(reason, session, messages) : undefined}
      text={missing ? textOfSession(missing, texts, messages.errors) : failure}
      action={
        isMissing || missing ? { label: texts.close, act: onClose } : { label: texts.retry, act: () => sheet.retry() }
      }
      isFailure={!missing}
    />
  );
}
