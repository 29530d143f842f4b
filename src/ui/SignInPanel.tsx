'use client';

import { useEffect, useState, type ReactNode } from 'react';
import type { SessionState } from '../session/sessionState.js';
import { startTimer } from '../shared/time.js';
import { checkIcon, Icon } from './Icon.js';
import type { ArtProps } from './brand.js';

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

/** A check mark above the text that the user is signed in. */
export const SuccessMark = () => (
  <span className="discovr-SignIn-success">
    <Icon path={checkIcon} />
  </span>
);

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
