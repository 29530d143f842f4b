'use client';

import { forwardRef, useEffect, useId, useState, type ComponentPropsWithoutRef } from 'react';
import { errorMessage } from '../../messages/errorMessage.js';
import { errorsEnglish } from '../../messages/english/errors.js';
import { signInEnglish } from '../../messages/english/signIn.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { useSignIn, type UseSignInOptions, type UseSignInResult } from '../../react/session/useSignIn.js';
import { useSession } from '../../react/session/useSession.js';
import { useWords } from '../../react/provider/useWords.js';
import type { CompletedWebSignIn } from '../../session/web/webSignInOptions.js';
import { useFocusAcrossViews } from '../../ui/useFocusAcrossViews.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { DeviceSignIn, type DeviceSignInProps } from '../DeviceSignIn/DeviceSignIn.js';
import { SignInActions } from './SignInActions.js';
import { viewOf, type SignInView } from './signInView.js';

const english = { ...signInEnglish, ...errorsEnglish };

/** Props of {@link SignIn}: options of {@link useSignIn}, those of a `<section>`, and those of the code for a phone. */
export interface SignInProps
  extends
    Omit<ComponentPropsWithoutRef<'section'>, 'children'>,
    UseSignInOptions,
    Pick<DeviceSignInProps, 'address' | 'qrSize'> {
  /**
   * Whether signing in by a code on a phone is offered, where the client can.
   * @default true
   */
  canUsePhone?: boolean | undefined;
  /**
   * Gives the focus to its main button, for a screen that shows nothing else.
   * @default false
   */
  takesFocus?: boolean | undefined;
  /** Own words over the provider's. Keep it at module level. */
  messages?: MessagesOverride | undefined;
}

/**
 * Signs in: in a window, by redirect where windows are blocked, or by a code on a phone. Completes a redirect that comes
 * back to its page. Renders a `<section>`; `data-status` is `idle`, `waiting`, `redirecting`, `completing`, `cancelled`,
 * `blocked`, `failed`, `signedIn` or `phone`; `data-kept` (`true` or `false`), after a sign-in here, tells whether
 * it outlasts the page.
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
    canUsePhone = true,
    takesFocus = false,
    messages: ownMessages,
    className,
    ...rest
  } = props;
  const { client } = useDiscovrContext('<SignIn>');
  const messages = useWords(english, ownMessages, '<SignIn>');
  const words = messages.signIn;
  const session = useSession();
  const isRefused = session.status === 'signedOut' && session.reason === 'refused';
  const [isKept, setIsKept] = useState<boolean>();
  const handleSignedIn = (result: CompletedWebSignIn) => {
    setIsKept(result.kept);
    onSignedIn?.(result);
  };
  const signIn = useSignIn({ redirectUri, completesRedirect, onSignedIn: handleSignedIn });
  const [wantsPhone, setWantsPhone] = useState(false);
  const view = viewOf(signIn, wantsPhone);
  const root = useFocusAcrossViews(view, placeOfFocus);
  useEffect(() => {
    if (takesFocus && root.current) placeOfFocus(root.current)?.focus();
  }, [takesFocus, root]);
  const rootProps = useRootProps('<SignIn>', 'discovr-SignIn', { ref, className, element: root });
  const titleId = useId();
  const isPhone = view === 'phone';
  return (
    <section
      {...(isPhone ? { 'aria-label': words.title } : { 'aria-labelledby': titleId })}
      {...rest}
      {...rootProps}
      data-status={view}
      data-kept={view === 'signedIn' ? isKept : undefined}
    >
      {!isPhone && (
        <h2 id={titleId} className="discovr-SignIn-title">
          {words.title}
        </h2>
      )}
      <p role="status" className="discovr-SignIn-state" tabIndex={-1}>
        {stateText(signIn, view, { isRefused, isKept }, messages)}
      </p>
      {isPhone && (
        <DeviceSignIn
          address={address}
          qrSize={qrSize}
          messages={ownMessages}
          onSignedIn={(result) => {
            setWantsPhone(false);
            signIn.reset();
            handleSignedIn(result);
          }}
        />
      )}
      <SignInActions
        view={view}
        words={words}
        signIn={signIn}
        onUsePhoneChange={canUsePhone && client.signInWithDeviceCode ? setWantsPhone : undefined}
      />
    </section>
  );
});

/** The main thing to do next, or where there is none what is told. */
function placeOfFocus(root: HTMLElement): HTMLElement | null {
  return root.querySelector<HTMLElement>('.discovr-SignIn-actions > button') ?? root.querySelector('[role=status]');
}

function stateText(
  { error }: UseSignInResult,
  view: SignInView,
  { isRefused, isKept }: { isRefused: boolean; isKept: boolean | undefined },
  messages: Pick<Messages, 'signIn' | 'errors'>,
): string | undefined {
  // Who was in a moment ago wants to know why that is over.
  if (view === 'idle') return isRefused ? messages.errors.TOKEN_INVALID : undefined;
  // A code for a phone tells of its state itself, and who cancelled needs not be told.
  if (view === 'phone' || view === 'cancelled') return undefined;
  if (view === 'blocked' || view === 'failed') return error && errorMessage(error, messages);
  if (view === 'signedIn' && isKept === false) return messages.errors.SIGN_IN_NOT_KEPT;
  return messages.signIn[view];
}
