'use client';

import type { DiscovrError } from '../../shared/errors.js';
import type { SessionRequestOptions } from '../../react/session/useSession.js';
import type { SessionState } from '../../session/sessionState.js';
import { FailureNotice } from '../../ui/state/FailureNotice.js';
import { SessionNotice } from '../../ui/state/SessionNotice.js';
import { useProfilePicker } from './context.js';

/** Props of {@link ProfilesUnavailable}. */
export interface ProfilesUnavailableProps extends SessionRequestOptions {
  /** Why the list failed to load; `null` when no user is signed in. */
  error: DiscovrError | null;
  session: SessionState;
  titleId: string;
  onRetry: () => void;
}

/** Shows why there are no profiles to choose from, with a button to sign in or to try again. */
export function ProfilesUnavailable({ error, session, titleId, onSessionRequired, onRetry }: ProfilesUnavailableProps) {
  const { messages } = useProfilePicker();
  const texts = messages.profiles;
  const looks = { headingLevel: 2, titleId, className: 'discovr-ProfilePicker-notice' } as const;
  if (error) return <FailureNotice {...looks} {...{ error, messages }} retry={{ label: texts.retry, act: onRetry }} />;
  if (session.status !== 'signedOut') return null;
  return (
    <SessionNotice
      {...looks}
      {...{ session, messages, onSessionRequired }}
      texts={{ signedOut: texts.signedOut, noProfile: texts.choose }}
    />
  );
}
