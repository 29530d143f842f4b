'use client';

import { useCallback, useRef, useState, type ReactNode } from 'react';
import { statesEnglish } from '../../messages/english/states.js';
import { useMessages } from '../../react/provider/context.js';
import { SessionAskedContext, SessionRequestContext, useSession } from '../../react/session/useSession.js';
import { openerOf, useModalDialog } from '../../ui/dialog/useModalDialog.js';
import { closeIcon, Icon } from '../../ui/Icon.js';
import { useLastClick } from '../../ui/hooks.js';
import { useSignInStep } from '../../ui/SignInPanel.js';
import type { BrandProps } from '../../ui/brand.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { ProfilePicker } from '../ProfilePicker/ProfilePicker.js';
import { SignIn, type SignInProps } from '../SignIn/SignIn.js';

/** Props of {@link SessionDialog}. */
export interface SessionDialogProps extends BrandProps, Pick<SignInProps, 'address'> {
  /**
   * Content that is shown with and without a user, or a function that returns it. The function takes a function that
   * opens the dialog, such as for a button in the bar.
   */
  children?: ReactNode | ((openDialog: () => void) => ReactNode);
  /**
   * Shown in the dialog while no user is signed in.
   * @default a `<SignIn>` with `brand` and `address` that takes the focus
   */
  signIn?: ReactNode;
  /**
   * Shown in the dialog while no profile is active.
   * @default a `<ProfilePicker>` with `brand` that takes the focus
   */
  profilePicker?: ReactNode;
}

/**
 * Shows its children whether or not a user is signed in. When the user clicks "Sign in" or "Choose a profile" in a
 * drop-in inside, shows the sign-in and the profile picker in a dialog. The dialog closes once a profile is active.
 * Renders only the children while the dialog is closed.
 *
 * @example
 * <SessionDialog><Browse /></SessionDialog>
 */
export function SessionDialog(props: SessionDialogProps): ReactNode {
  const { children, signIn, profilePicker, brand, address } = props;
  const status = useSignInStep(useSession().status, signIn !== undefined);
  const [isAsked, setIsAsked] = useState(false);
  const opener = useRef<HTMLElement>(null);
  const lastClick = useLastClick();
  const ask = useCallback(() => {
    opener.current = openerOf(lastClick);
    setIsAsked(true);
  }, [lastClick]);
  const close = useCallback(() => setIsAsked(false), []);
  if (isAsked && status === 'active') setIsAsked(false);
  const isOpen = isAsked && (status === 'signedOut' || status === 'signedIn');
  return (
    <SessionRequestContext.Provider value={ask}>
      <SessionAskedContext.Provider value={isOpen}>
        {typeof children === 'function' ? children(ask) : children}
      </SessionAskedContext.Provider>
      {isOpen && (
        <OpenSessionDialog isSignIn={status === 'signedOut'} opener={opener} onClose={close}>
          {status === 'signedOut'
            ? (signIn ?? <SignIn {...{ brand, address }} takesFocus />)
            : (profilePicker ?? <ProfilePicker brand={brand} takesFocus />)}
        </OpenSessionDialog>
      )}
    </SessionRequestContext.Provider>
  );
}

interface OpenSessionDialogProps {
  /** Whether it shows the sign-in, not the profile picker. */
  isSignIn: boolean;
  opener: { readonly current: HTMLElement | null };
  onClose: () => void;
  children: ReactNode;
}

function OpenSessionDialog({ isSignIn, opener, onClose, children }: OpenSessionDialogProps) {
  const { states } = useMessages(statesEnglish, undefined, '<SessionDialog>');
  const element = useModalDialog(true, onClose, opener);
  const rootProps = useRootProps('<SessionDialog>', 'discovr-SessionDialog', { element });
  return (
    <dialog aria-label={isSignIn ? states.signIn : states.chooseProfile} {...rootProps}>
      {children}
      {/* Last, so that the dialog focuses first what the user came for. */}
      <button type="button" className="discovr-Sheet-close" aria-label={states.close} onClick={onClose}>
        <Icon path={closeIcon} />
      </button>
    </dialog>
  );
}
