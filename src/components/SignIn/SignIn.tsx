'use client';

import { forwardRef, useContext, useEffect, useId, useState, type ComponentPropsWithoutRef } from 'react';
import { allErrorsEnglish, signInEnglish } from '../../messages/english/signIn.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { warnOfSdkSignIn } from '../../react/provider/checks.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { useSession } from '../../react/session/useSession.js';
import { useSignIn, type UseSignInOptions, type UseSignInResult } from '../../react/session/useSignIn.js';
import type { CompletedWebSignIn } from '../../session/web/environment.js';
import { SignInPanel, SuccessMark } from '../../ui/SignInPanel.js';
import { StableLabel } from '../../ui/StableLabel.js';
import type { ArtProps } from '../../ui/brand.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import { DeviceSignIn, type DeviceSignInProps } from '../DeviceSignIn/DeviceSignIn.js';

const english = { ...signInEnglish, ...allErrorsEnglish };

/** Props of {@link SignIn}, including the options of {@link useSignIn} and the props of a `<section>`. */
export interface SignInProps
  extends
    Omit<ComponentPropsWithoutRef<'section'>, 'children'>,
    UseSignInOptions,
    ArtProps,
    Pick<DeviceSignInProps, 'address' | 'qrSize' | 'headingLevel'> {
  /**
   * Whether to show a button for sign-in by code on another device, such as a phone.
   * @default true
   */
  showPhoneSignIn?: boolean | undefined;
  /**
   * Whether the main button takes the focus on mount, for a screen that shows nothing else.
   * @default false
   */
  takesFocus?: boolean | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

/**
 * Signs in by popup, by redirect when popups are blocked, or by code on another device. Completes a redirect that
 * returns to the app. In `<RemoteControl>`, it starts with the code. Renders a `<section>`; `data-status` is `idle`,
 * `waiting`, `redirecting`, `completing`, `cancelled`,
 * `blocked`, `failed`, `signedIn` or `phone`. After a sign-in with this component, `data-kept` is whether the
 * credential store keeps the sign-in: `true` or `false`.
 *
 * @example
 * <SignIn onSignedIn={({ returnTo = '/profiles' }) => navigate(returnTo)} />
 */
export const SignIn = forwardRef<HTMLElement, SignInProps>(function SignIn(props, ref) {
  const {
    redirectUri,
    completesRedirect,
    onSignedIn,
    address,
    qrSize,
    brand,
    art,
    showPhoneSignIn = true,
    takesFocus = false,
    headingLevel = 2,
    messages: ownMessages,
    className,
    ...rest
  } = props;
  const messages = useMessages(english, ownMessages, '<SignIn>');
  const texts = messages.signIn;
  const session = useSession();
  const cannotSignIn = useDiscovrContext('<SignIn>').client.lacks?.('signInWithPopup') === true;
  useEffect(() => {
    if (cannotSignIn) warnOfSdkSignIn();
  }, [cannotSignIn]);
  const isRefused = session.status === 'signedOut' && session.reason === 'refused';
  const [isKept, setIsKept] = useState<boolean>();
  const handleSignedIn = (result: CompletedWebSignIn) => {
    setWantsPhone(false);
    setIsKept(result.kept);
    onSignedIn?.(result);
  };
  const signIn = useSignIn({ redirectUri, completesRedirect, onSignedIn: handleSignedIn });
  const isTelevision = useContext(RemoteContext)?.hasTelevisionLayout === true;
  const [wantsPhone, setWantsPhone] = useState(isTelevision && showPhoneSignIn && !cannotSignIn);
  // Whether the sign-in by code is or was shown to a signed-out user. It then stays until it has reported the approval,
  // which happens shortly after the session changes.
  const [isByPhone, setIsByPhone] = useState(false);
  const offersPhone = wantsPhone && session.status === 'signedOut' && canBegin(signIn.status);
  if (offersPhone && !isByPhone) setIsByPhone(true);
  const view = offersPhone || (wantsPhone && isByPhone && signIn.status === 'signedIn') ? 'phone' : signIn.status;
  // A television shows no other buttons for the moment before the code.
  const isUndecided = isTelevision && wantsPhone && session.status === 'unknown';
  const signInHere = {
    ...signIn,
    signInWithPopup() {
      setWantsPhone(false);
      signIn.signInWithPopup();
    },
  };
  const root = useFocusAcrossViews(view, placeOfFocus);
  useIsomorphicLayoutEffect(() => {
    if (takesFocus && root.current) placeOfFocus(root.current)?.focus();
  }, [takesFocus, root]);
  const rootProps = useRootProps('<SignIn>', 'discovr-SignIn', { ref, className, element: root });
  const titleId = useId();
  const isPhone = view === 'phone';
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      {...(isPhone ? { 'aria-label': texts.title } : { 'aria-labelledby': titleId })}
      {...rest}
      {...rootProps}
      data-status={view}
      data-kept={view === 'signedIn' ? isKept : undefined}
    >
      <SignInPanel brand={brand} art={art}>
        {!isPhone && (
          <Heading id={titleId} className="discovr-SignIn-title">
            {texts.title}
          </Heading>
        )}
        {view === 'idle' && !isRefused && <p className="discovr-SignIn-value">{texts.value}</p>}
        {view === 'signedIn' && <SuccessMark />}
        <p role="status" className="discovr-SignIn-state" tabIndex={-1}>
          {stateText(messages, { view, error: signIn.error, isRefused, isKept })}
        </p>
        {isPhone && (
          <DeviceSignIn
            address={address}
            qrSize={qrSize}
            headingLevel={headingLevel}
            messages={ownMessages}
            onCancel={() => setWantsPhone(false)}
            onSignedIn={(result) => {
              setWantsPhone(false);
              signIn.reset();
              handleSignedIn(result);
            }}
          />
        )}
        {!cannotSignIn && !isUndecided && (
          <SignInActions
            view={view}
            texts={texts}
            signIn={signInHere}
            isTelevision={isTelevision}
            onUseOtherDevice={showPhoneSignIn ? () => setWantsPhone(true) : undefined}
          />
        )}
      </SignInPanel>
    </section>
  );
});

/** Returns the main button, the button that cancels a sign-in by code or, in views without either, the status text. */
function placeOfFocus(root: HTMLElement): HTMLElement | null {
  const button = root.querySelector<HTMLElement>('.discovr-SignIn-actions > button, .discovr-DeviceSignIn-cancel');
  return button ?? root.querySelector('[role=status]');
}

interface SignInState extends Pick<UseSignInResult, 'error'> {
  readonly view: SignInView;
  readonly isRefused: boolean;
  readonly isKept: boolean | undefined;
}

function stateText(
  messages: Pick<Messages, 'signIn' | 'errors'>,
  { view, error, isRefused, isKept }: SignInState,
): string | undefined {
  // Explains to a user who was signed in why the sign-in ended.
  if (view === 'idle') return isRefused ? messages.errors.TOKEN_INVALID : undefined;
  // The sign-in by code shows its state itself, and a user who canceled needs no message.
  if (view === 'phone' || view === 'cancelled') return undefined;
  if (view === 'blocked' || view === 'failed') return error && errorMessage(error, messages);
  if (view === 'signedIn' && isKept === false) return messages.errors.SIGN_IN_NOT_KEPT;
  return messages.signIn[view];
}

interface SignInActionsProps {
  view: SignInView;
  texts: Messages['signIn'];
  signIn: UseSignInResult;
  /** Whether the sign-in by code came first, so that the sign-in on this device is offered below it. */
  isTelevision: boolean;
  /** Switches to the sign-in by code; absent when it is not offered. */
  onUseOtherDevice: (() => void) | undefined;
}

/** Renders the ways to sign in: on this device, with the main button, and with another device. */
function SignInActions({ view, texts, signIn, isTelevision, onUseOtherDevice }: SignInActionsProps) {
  // A single way needs no distinction.
  const open = onUseOtherDevice ? texts.openHere : texts.open;
  const main = mainAction(view, { ...texts, open }, signIn);
  if (view === 'phone') {
    return (
      isTelevision && (
        <button type="button" className="discovr-TextButton" onClick={signIn.signInWithPopup}>
          {open}
        </button>
      )
    );
  }
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

/** View of the sign-in: the state of the web sign-in, or the sign-in by code. */
type SignInView = UseSignInResult['status'] | 'phone';

/** Whether the user can start a sign-in, so that sign-in by code can be offered. */
function canBegin(view: SignInView): boolean {
  return ['idle', 'cancelled', 'blocked', 'failed'].includes(view);
}
