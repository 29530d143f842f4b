'use client';

import type { Messages } from '../../messages/messages.js';
import type { UseSignInResult } from '../../react/session/useSignIn.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { canBegin, type SignInView } from './signInView.js';

/** Props of {@link SignInActions}. */
export interface SignInActionsProps {
  view: SignInView;
  texts: Messages['signIn'];
  signIn: UseSignInResult;
  /** Switches to the sign-in by code; absent when it is not offered. */
  onUseOtherDevice: (() => void) | undefined;
}

/** Renders the ways to sign in: on this device, with the main button, and with another device. */
export function SignInActions({ view, texts, signIn, onUseOtherDevice }: SignInActionsProps) {
  // A single way needs no distinction.
  const open = onUseOtherDevice ? texts.openHere : texts.open;
  const main = mainAction(view, { ...texts, open }, signIn);
  if (view === 'phone') return null;
  return (
    <div className="discovr-SignIn-actions">
      {main && (
        <button type="button" className="discovr-Button" data-variant="main" onClick={main.act}>
          <StableLabel text={main.label} texts={[open, texts.retry, texts.showPopup, texts.continueHere]} />
        </button>
      )}
      {view === 'waiting' && (
        <button type="button" className="discovr-Button" onClick={signIn.cancel}>
          {texts.cancel}
        </button>
      )}
      {onUseOtherDevice && canBegin(view) && (
        <button type="button" className="discovr-Button" onClick={onUseOtherDevice}>
          {texts.useOtherDevice}
        </button>
      )}
    </div>
  );
}

function mainAction(view: SignInView, texts: Messages['signIn'], signIn: UseSignInResult) {
  switch (view) {
    case 'idle':
    case 'cancelled':
      return { label: texts.open, act: signIn.signInWithPopup };
    case 'failed':
      return { label: texts.retry, act: signIn.signInWithPopup };
    case 'waiting':
      return { label: texts.showPopup, act: signIn.signInWithPopup };
    case 'blocked':
      return { label: texts.continueHere, act: () => signIn.signInWithRedirect() };
    case 'phone':
    case 'redirecting':
    case 'completing':
    case 'signedIn':
      return undefined;
  }
}
