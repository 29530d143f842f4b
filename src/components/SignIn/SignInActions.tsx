'use client';

import type { Messages } from '../../messages/messages.js';
import type { UseSignInResult } from '../../react/session/useSignIn.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { canBegin, type SignInView } from './signInView.js';

/** Props of {@link SignInActions}. */
export interface SignInActionsProps {
  view: SignInView;
  words: Messages['signIn'];
  signIn: UseSignInResult;
  /** Switches to the sign-in by code and back; absent when it is not offered. */
  onUsePhoneChange: ((usesPhone: boolean) => void) | undefined;
}

/** Renders the available actions: one main button and less prominent ones. */
export function SignInActions({ view, words, signIn, onUsePhoneChange }: SignInActionsProps) {
  const main = mainAction(view, words, signIn);
  return (
    <div className="discovr-SignIn-actions">
      {main && (
        <button type="button" className="discovr-Button" data-variant="main" onClick={main.act}>
          <StableLabel text={main.label} texts={[words.open, words.retry, words.showPopup, words.continueHere]} />
        </button>
      )}
      {view === 'waiting' && (
        <button type="button" className="discovr-Button" onClick={signIn.cancel}>
          {words.cancel}
        </button>
      )}
      {onUsePhoneChange && canBegin(view) && (
        <button type="button" className="discovr-TextButton" onClick={() => onUsePhoneChange(true)}>
          {words.usePhone}
        </button>
      )}
      {onUsePhoneChange && view === 'phone' && (
        <button type="button" className="discovr-TextButton" onClick={() => onUsePhoneChange(false)}>
          {words.useThisDevice}
        </button>
      )}
    </div>
  );
}

function mainAction(view: SignInView, words: Messages['signIn'], signIn: UseSignInResult) {
  switch (view) {
    case 'idle':
    case 'cancelled':
      return { label: words.open, act: signIn.signInWithPopup };
    case 'failed':
      return { label: words.retry, act: signIn.signInWithPopup };
    case 'waiting':
      return { label: words.showPopup, act: signIn.signInWithPopup };
    case 'blocked':
      return { label: words.continueHere, act: () => signIn.signInWithRedirect() };
    case 'phone':
    case 'redirecting':
    case 'completing':
    case 'signedIn':
      return undefined;
  }
}
