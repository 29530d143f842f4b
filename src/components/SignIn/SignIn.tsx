'use client';

import {
  forwardRef,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
} from 'react';
import { signInDropInEnglish } from '../../messages/english/signIn.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { warnOfSdkSignIn } from '../../react/provider/checks.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { useSession } from '../../react/session/useSession.js';
import { useSignIn, type UseSignInOptions, type UseSignInResult } from '../../react/session/useSignIn.js';
import type { CompletedWebSignIn } from '../../session/web/environment.js';
import { profileIcon, warningIcon } from '../../ui/Icon.js';
import {
  completedSignIn,
  failedSignIn,
  OtherWayContext,
  SignInMessage,
  SignInPanel,
  type SignInState,
} from '../../ui/SignInPanel.js';
import { StableLabel } from '../../ui/StableLabel.js';
import type { ArtProps } from '../../ui/brand.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import { DeviceSignIn, type DeviceSignInProps } from '../DeviceSignIn/DeviceSignIn.js';

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
 * returns to the app. With the television layout of `<RemoteControl>`, it starts with the code. Renders a `<section>`;
 * `data-status` is `idle`, `waiting`, `redirecting`, `completing`, `cancelled`, `blocked`, `failed`, `signedIn` or
 * `phone`. After a sign-in with this component, `data-kept` is whether the credential store keeps the sign-in: `true` or
 * `false`.
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
  const messages = useMessages(signInDropInEnglish, ownMessages, '<SignIn>');
  const texts = messages.signIn;
  const session = useSession();
  const cannotSignIn = useDiscovrContext('<SignIn>').client.lacks?.('signInWithPopup') === true;
  useEffect(() => {
    if (cannotSignIn) warnOfSdkSignIn();
  }, [cannotSignIn]);
  const isRefused = session.status === 'signedOut' && session.reason === 'refused';
  const [isKept, setIsKept] = useState<boolean>();
  const isTelevision = useContext(RemoteContext)?.hasTelevisionLayout === true;
  const [wantsPhone, setWantsPhone] = useState(isTelevision && showPhoneSignIn && !cannotSignIn);
  const handleSignedIn = (result: CompletedWebSignIn) => {
    setWantsPhone(false);
    setIsKept(result.kept);
    onSignedIn?.(result);
  };
  const signIn = useSignIn({ redirectUri, completesRedirect, onSignedIn: handleSignedIn });
  // Whether the sign-in by code is or was shown to a signed-out user. It then stays until it has reported the approval,
  // which happens shortly after the session changes.
  const [isByPhone, setIsByPhone] = useState(false);
  const offersPhone = wantsPhone && session.status === 'signedOut' && canBegin(signIn.status);
  if (offersPhone && !isByPhone) setIsByPhone(true);
  const view = offersPhone || (wantsPhone && isByPhone && signIn.status === 'signedIn') ? 'phone' : signIn.status;
  // A television shows no other buttons for the moment before the code.
  const isUndecided = isTelevision && wantsPhone && session.status === 'unknown';
  const { signInWithPopup } = signIn;
  const signInHere = useCallback(() => {
    setWantsPhone(false);
    signInWithPopup();
  }, [signInWithPopup]);
  const otherWay = useMemo(
    () =>
      isTelevision && (
        <button type="button" className="discovr-Button" data-look="outline" onClick={signInHere}>
          {texts.openHere}
        </button>
      ),
    [isTelevision, texts.openHere, signInHere],
  );
  const root = useFocusAcrossViews(view, placeOfFocus);
  useIsomorphicLayoutEffect(() => {
    if (takesFocus && root.current) placeOfFocus(root.current)?.focus();
  }, [takesFocus, root]);
  const rootProps = useRootProps('<SignIn>', 'discovr-SignIn', { ref, className, element: root });
  const isPhone = view === 'phone';
  const Heading = `h${headingLevel}` as const;
  const state = stateOf(messages, { view, error: signIn.error, isRefused, isKept });
  return (
    <section
      aria-label={texts.title}
      {...rest}
      {...rootProps}
      data-status={view}
      data-kept={view === 'signedIn' ? isKept : undefined}
    >
      <SignInPanel brand={brand} art={art}>
        {!isPhone && !state && (
          <>
            <Heading className="discovr-SignIn-title">{texts.title}</Heading>
            <p className="discovr-SignIn-text">{texts.value}</p>
          </>
        )}
        <div role="status" className="discovr-SignIn-state" tabIndex={-1}>
          {state && <SignInMessage {...state} headingLevel={headingLevel} titleClass="discovr-SignIn-title" />}
        </div>
        {isPhone ? (
          <OtherWayContext.Provider value={otherWay}>
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
          </OtherWayContext.Provider>
        ) : (
          !cannotSignIn &&
          !isUndecided && (
            <SignInActions
              {...{ view, texts }}
              signIn={{ ...signIn, signInWithPopup: signInHere }}
              onUseOtherDevice={showPhoneSignIn ? () => setWantsPhone(true) : undefined}
            />
          )
        )}
      </SignInPanel>
    </section>
  );
});

/** Returns the main button, the button that cancels a sign-in by code or, in views without either, the status. */
function placeOfFocus(root: HTMLElement): HTMLElement | null {
  const button = root.querySelector<HTMLElement>('.discovr-SignIn-actions > button');
  return button ?? root.querySelector('[role=status]');
}

interface SignInProgress extends Pick<UseSignInResult, 'error'> {
  readonly view: SignInView;
  readonly isRefused: boolean;
  readonly isKept: boolean | undefined;
}

/** Returns what a view says; `undefined` for one that has nothing to report. */
function stateOf(
  messages: Pick<Messages, 'signIn' | 'states' | 'errors'>,
  { view, error, isRefused, isKept }: SignInProgress,
): SignInState | undefined {
  const { signIn: texts, states, errors } = messages;
  switch (view) {
    case 'idle':
      // Explains to a user who was signed in why the sign-in ended.
      return isRefused ? { icon: profileIcon, title: states.refused, text: errors.TOKEN_INVALID } : undefined;
    case 'waiting':
      return { title: texts.waitingTitle, text: texts.waiting };
    case 'redirecting':
    case 'completing':
      return { title: texts[view] };
    case 'blocked':
      return { icon: warningIcon, title: texts.blockedTitle, text: error && errorMessage(error, messages) };
    case 'failed':
      return error && failedSignIn(error, messages);
    case 'signedIn':
      return completedSignIn(texts.signedIn, isKept, messages);
    // The sign-in by code shows its state itself, and a user who canceled needs no message.
    case 'phone':
    case 'cancelled':
      return undefined;
  }
}

/** Views from which Cancel leads back to the start. The user may have stopped the browser from opening the sign-in page. */
const CANCELABLE = new Set<SignInView>(['waiting', 'redirecting', 'blocked', 'failed']);

interface SignInActionsProps {
  view: SignInView;
  texts: Messages['signIn'];
  signIn: UseSignInResult;
  /** Switches to the sign-in by code; absent when it is not offered. */
  onUseOtherDevice: (() => void) | undefined;
}

/** Renders the ways to sign in: on this device, with the main button, and with another device. */
function SignInActions({ view, texts, signIn, onUseOtherDevice }: SignInActionsProps) {
  // A single way needs no distinction.
  const open = onUseOtherDevice ? texts.openHere : texts.open;
  const main = mainAction(view, { ...texts, open }, signIn);
  return (
    <div className="discovr-SignIn-actions">
      {main && (
        <button type="button" className="discovr-Button" data-variant="main" onClick={main.act}>
          <StableLabel text={main.label} texts={[open, texts.retry, texts.showPopup, texts.continueHere]} />
        </button>
      )}
      {onUseOtherDevice && canBegin(view) && (
        <button type="button" className="discovr-Button" onClick={onUseOtherDevice}>
          {texts.useOtherDevice}
        </button>
      )}
      {CANCELABLE.has(view) && (
        <button type="button" className="discovr-Button" data-look="text" onClick={signIn.cancel}>
          {texts.cancel}
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
