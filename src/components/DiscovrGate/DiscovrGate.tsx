'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isFocusLost } from '../../focus/lastFocus.js';
import { allErrorsEnglish } from '../../messages/english/signIn.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { useSession } from '../../react/session/useSession.js';
import type { SessionState } from '../../session/sessionState.js';
import { Icon, warningIcon } from '../../ui/Icon.js';
import type { ArtProps } from '../../ui/brand.js';
import { useSignInStep } from '../../ui/SignInPanel.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { ProfilePicker } from '../ProfilePicker/ProfilePicker.js';
import { WithProfile, type SessionGateProps, type WithProfileProps } from '../SessionGates/SessionGates.js';
import { SignIn, type SignInProps } from '../SignIn/SignIn.js';

/** Props of {@link DiscovrGate}. */
export interface DiscovrGateProps
  extends
    Pick<SessionGateProps, 'fallback'>,
    Pick<WithProfileProps, 'children'>,
    ArtProps,
    Pick<SignInProps, 'address'> {
  /**
   * Shown while no user is signed in.
   * @default a `<SignIn>` with `brand`, `art` and `address`, and a heading of level 1
   */
  signIn?: ReactNode;
  /**
   * Shown while no profile is active.
   * @default a `<ProfilePicker>` with `brand`, and a heading of level 1
   */
  profilePicker?: ReactNode;
}

/**
 * Shows the sign-in, then the profile picker, then, once a profile is active, its children. Each step leads to the next
 * automatically, and the focus follows. The default sign-in says for a moment that it succeeded. Renders no element
 * around the steps. When the device could not save the sign-in, a notice above the profiles reports this.
 *
 * @example
 * <DiscovrGate><Browse /></DiscovrGate>
 */
export function DiscovrGate(props: DiscovrGateProps): ReactNode {
  const { children, fallback, signIn, profilePicker, brand, art, address } = props;
  const session = useSession();
  const status = useSignInStep(session.status, signIn !== undefined);
  const step = session.status === 'active' ? `${status} ${session.profileId}` : status;
  const hasMoved = useHasMoved(step);
  const isUnkept = useIsUnkept(session.status);
  // Focuses a step that the app renders; the key mounts it again for each step and profile. The default steps take the
  // focus themselves.
  const arrival = hasMoved && <Arrival key={step} />;
  switch (status) {
    case 'unknown':
      return fallback ?? null;
    case 'signedOut':
      return (
        <>
          {signIn && arrival}
          {signIn ?? <SignIn {...{ brand, art, address }} headingLevel={1} takesFocus={hasMoved} />}
        </>
      );
    case 'signedIn':
      return (
        <>
          <NotKeptNotice isShown={isUnkept} />
          {profilePicker && arrival}
          {profilePicker ?? <ProfilePicker brand={brand} headingLevel={1} takesFocus={hasMoved} />}
        </>
      );
    case 'active':
      return (
        <>
          {arrival}
          <WithProfile>{children}</WithProfile>
        </>
      );
  }
}

/** Whether another step was shown before the current step. The first step takes no focus. */
function useHasMoved(step: string): boolean {
  const [{ last, hasMoved }, setState] = useState({ last: step, hasMoved: false });
  if (last !== step) setState({ last: step, hasMoved: last !== 'unknown' });
  return last === step ? hasMoved : last !== 'unknown';
}

/** Whether the sign-in could not be saved. Tracked here, because the sign-in step is removed before this is known. */
function useIsUnkept(status: SessionState['status']): boolean {
  const { client } = useDiscovrContext('<DiscovrGate>');
  const [isUnkept, setIsUnkept] = useState(false);
  if (isUnkept && status === 'signedOut') setIsUnkept(false);
  useEffect(() => client.onSignInNotKept(() => setIsUnkept(true)), [client]);
  return isUnkept;
}

/**
 * Focuses its next sibling when the focused element was removed with the previous step, so that the user can continue
 * from there with a keyboard, a remote or a screen reader.
 */
function Arrival() {
  const marker = useRef<HTMLSpanElement>(null);
  useIsomorphicLayoutEffect(() => {
    const content = marker.current?.nextElementSibling;
    if (!isFocusLost(document) || !(content instanceof HTMLElement)) return;
    if (!content.hasAttribute('tabindex')) content.tabIndex = -1;
    content.focus({ preventScroll: true });
  }, []);
  return <span ref={marker} hidden />;
}

/**
 * Reports that the device could not save the sign-in. The element is empty at first, so that screen readers announce
 * the text when it is added.
 */
function NotKeptNotice({ isShown }: { isShown: boolean }) {
  const { errors } = useMessages(allErrorsEnglish, undefined, '<DiscovrGate>');
  const rootProps = useRootProps<HTMLDivElement>('<DiscovrGate>', 'discovr-DiscovrGate-notice', {});
  return (
    <div role="status" {...(isShown ? rootProps : { className: 'discovr-VisuallyHidden' })}>
      {isShown && (
        <p className="discovr-DiscovrGate-text">
          <Icon path={warningIcon} />
          {errors.SIGN_IN_NOT_KEPT}
        </p>
      )}
    </div>
  );
}
