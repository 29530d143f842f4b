'use client';

import { useContext } from 'react';
import type { Messages } from '../messages/messages.js';
import { SessionAskedContext, useSessionRequest, type SessionRequestOptions } from '../react/session/useSession.js';
import type { SessionState } from '../session/sessionState.js';
import { profileIcon } from './Icon.js';
import { StateNotice, type StateNoticeLooks } from './StateNotice.js';

/** Session states in which a drop-in has nothing to show, because a user or a profile is missing. */
export type MissingSession = Extract<SessionState, { status: 'signedOut' | 'signedIn' }>;

/** Sentences that say why a drop-in needs a signed-in user and an active profile. */
export interface SessionTexts {
  readonly signedOut: string;
  readonly noProfile: string;
}

export interface SessionNoticeProps extends StateNoticeLooks, SessionRequestOptions {
  session: MissingSession;
  messages: Pick<Messages, 'states' | 'errors'>;
  texts: SessionTexts;
  /** Whether another heading says what the state is. */
  isUntitled?: boolean | undefined;
}

/** Says that a user has to sign in or choose a profile, with the button that leads there. */
export function SessionNotice(props: SessionNoticeProps) {
  const { session, messages, texts, isUntitled, onSessionRequired, ...looks } = props;
  const { states } = messages;
  const request = useSessionRequest(onSessionRequired);
  const isCovered = useContext(SessionAskedContext);
  const { status } = session;
  const label = status === 'signedIn' ? states.chooseProfile : states.signIn;
  return (
    <StateNotice
      {...looks}
      isCovered={isCovered}
      title={isUntitled ? undefined : titleOfSession(session, states)}
      text={textOfSession(session, texts, messages.errors)}
      icon={profileIcon}
      action={request && { label, act: () => request(status) }}
    />
  );
}

/** Returns the heading for a missing session. */
export function titleOfSession(session: MissingSession, states: Messages['states']): string {
  if (session.status === 'signedIn') return states.noProfile;
  return isRefused(session) ? states.refused : states.signedOut;
}

/** Returns the sentence for a missing session. */
export function textOfSession(session: MissingSession, texts: SessionTexts, errors: Messages['errors']): string {
  if (session.status === 'signedIn') return texts.noProfile;
  return isRefused(session) ? errors.TOKEN_INVALID : texts.signedOut;
}

/** Returns the session when it lacks a user or a profile. */
export function missingSessionOf(session: SessionState): MissingSession | undefined {
  return session.status === 'signedOut' || session.status === 'signedIn' ? session : undefined;
}

function isRefused(session: MissingSession): boolean {
  return session.status === 'signedOut' && session.reason === 'refused';
}
