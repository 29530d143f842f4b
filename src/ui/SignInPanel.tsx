'use client';

import { createContext, useEffect, useState, type ReactNode } from 'react';
import { errorMessage } from '../messages/errorMessage.js';
import type { Messages } from '../messages/messages.js';
import type { SessionState } from '../session/sessionState.js';
import type { DiscovrError } from '../shared/errors.js';
import { startTimer } from '../shared/time.js';
import { checkIcon, Icon, offlineIcon, warningIcon } from './Icon.js';
import type { ArtProps } from './brand.js';
import { isOffline } from './FailureNotice.js';

export interface SignInPanelProps extends ArtProps {
  children: ReactNode;
}

/** Art behind a sign-in, and a panel with the brand above the content. */
export function SignInPanel({ brand, art, children }: SignInPanelProps) {
  return (
    <>
      {art && (
        <div className="discovr-SignIn-art" aria-hidden="true">
          {art}
        </div>
      )}
      <div className="discovr-SignIn-panel" data-over-art={art ? '' : undefined}>
        {brand && <div className="discovr-Brand">{brand}</div>}
        {children}
      </div>
    </>
  );
}

/** Another way to sign in, shown beside the buttons of the sign-in by code. */
export const OtherWayContext = createContext<ReactNode>(undefined);

/** What a sign-in says about its state. */
export interface SignInState {
  readonly title: string;
  readonly text?: string | undefined;
  /** Path of the icon; `undefined` while something goes on, which a spinner shows. */
  readonly icon?: string | undefined;
  readonly look?: 'done' | 'fault' | undefined;
}

interface SignInMessageProps extends SignInState {
  headingLevel: 1 | 2 | 3;
  titleClass: string;
}

/** Shows the state of a sign-in: an icon, a heading and a sentence, or a heading, a sentence and a spinner. */
export function SignInMessage({ title, text, icon, look, headingLevel, titleClass }: SignInMessageProps) {
  const Heading = `h${headingLevel}` as const;
  const sign = (
    <div className="discovr-StateNotice-icon" data-look={icon ? look : 'busy'} aria-hidden="true">
      {icon && <Icon path={icon} />}
    </div>
  );
  return (
    <>
      {icon && sign}
      <Heading className={titleClass}>{title}</Heading>
      {text && <p className="discovr-SignIn-text">{text}</p>}
      {!icon && sign}
    </>
  );
}

type SignInTexts = Pick<Messages, 'signIn' | 'states' | 'errors'>;

/** Returns what a sign-in says when it failed. It does not try again by itself. A lost network is not a fault of it. */
export function failedSignIn(error: DiscovrError, messages: SignInTexts): SignInState {
  const { signIn, states } = messages;
  const title = isOffline(error) ? states.offline : signIn.failedTitle;
  if (error.code === 'NETWORK_ERROR') return { icon: offlineIcon, title, text: errorMessage(error, messages) };
  // Only a response of the server has a status.
  const refusal = error.status === undefined ? signIn.interrupted : signIn.rejected;
  const text = error.code === 'AUTH_FAILED' ? refusal : errorMessage(error, messages);
  return { icon: warningIcon, look: 'fault', title, text };
}

/**
 * Returns what a sign-in says when it succeeded.
 *
 * @param isKept whether the device keeps it; `undefined` if the user was signed in before.
 */
export function completedSignIn(
  title: string,
  isKept: boolean | undefined,
  { signIn, errors }: SignInTexts,
): SignInState {
  const text = isKept === undefined ? undefined : isKept ? signIn.next : errors.SIGN_IN_NOT_KEPT;
  return { icon: checkIcon, look: 'done', title, text };
}

/** How long a sign-in shows that it succeeded before the next step replaces it, in milliseconds. */
const SUCCESS_MS = 1200;

/**
 * Returns which step to show for the status of a session. After a sign-in, the step stays `signedOut` until its success
 * has been seen and announced.
 *
 * @param isCustom whether the app renders the sign-in, and decides itself how long it stays.
 */
export function useSignInStep(status: SessionState['status'], isCustom: boolean): SessionState['status'] {
  const [shown, setShown] = useState(status);
  const isNew = shown === 'signedOut' && status === 'signedIn' && !isCustom;
  useEffect(() => (isNew ? startTimer(() => setShown('signedIn'), SUCCESS_MS) : undefined), [isNew]);
  if (!isNew && shown !== status) setShown(status);
  return isNew ? shown : status;
}
