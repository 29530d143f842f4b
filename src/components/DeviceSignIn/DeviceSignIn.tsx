'use client';

import { forwardRef, useContext, type ComponentPropsWithoutRef } from 'react';
import { signInDropInEnglish } from '../../messages/english/signIn.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import {
  useDeviceSignIn,
  type DeviceSignInProgress,
  type UseDeviceSignInOptions,
} from '../../react/session/useDeviceSignIn.js';
import type { ArtProps } from '../../ui/brand.js';
import { clockIcon, closeIcon } from '../../ui/Icon.js';
import {
  completedSignIn,
  failedSignIn,
  OtherWayContext,
  SignInMessage,
  SignInPanel,
  type SignInState,
} from '../../ui/SignInPanel.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { MinutesLeft, Steps } from './Steps.js';

/** Props of {@link DeviceSignIn}, including the options of `useDeviceSignIn` and the props of a `<section>`. */
export interface DeviceSignInProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>, UseDeviceSignInOptions, ArtProps {
  /**
   * URL where the user enters the code, such as `example.com/tv`. Shown as a link above the code. A URL without a scheme
   * gets `https:`.
   */
  address?: string | undefined;
  /**
   * Called when the user clicks Cancel. Unmount the component to end the sign-in.
   * @default ends the sign-in and offers a new code
   */
  onCancel?: (() => void) | undefined;
  /**
   * Level of the heading: 1 on a screen that shows nothing else.
   * @default 2
   */
  headingLevel?: 1 | 2 | 3 | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

/**
 * Signs in on a device where typing is hard, such as a television: shows a code and a QR code, and waits until the user
 * approves the code on another device. Renders a `<section>`; `data-status` is the state of the sign-in. When it is
 * `approved`, `data-kept` is whether the credential store keeps the sign-in: `true` or `false`.
 *
 * @example
 * <DeviceSignIn qrSize={600} address="example.com/tv" onSignedIn={() => navigate('/profiles')} />
 */
export const DeviceSignIn = forwardRef<HTMLElement, DeviceSignInProps>(function DeviceSignIn(props, ref) {
  const {
    qrSize,
    onSignedIn,
    onCancel,
    address,
    brand,
    art,
    headingLevel = 2,
    messages: ownMessages,
    className,
    ...rest
  } = props;
  const Heading = `h${headingLevel}` as const;
  const { locale } = useDiscovrContext('<DeviceSignIn>');
  const messages = useMessages(signInDropInEnglish, ownMessages, '<DeviceSignIn>');
  const texts = messages.deviceSignIn;
  const { progress, restart, cancel } = useDeviceSignIn({ qrSize, onSignedIn });
  const { status } = progress;
  const isRunning = status === 'requesting' || status === 'waiting';
  const otherWay = useContext(OtherWayContext);
  // The button that cancels and the button that requests a new code replace each other. A success has neither.
  const root = useFocusAcrossViews<HTMLElement>(
    isRunning ? 'running' : 'ended',
    (element) => element.querySelector<HTMLElement>('button') ?? element.querySelector('[role=status]'),
  );
  const rootProps = useRootProps('<DeviceSignIn>', 'discovr-DeviceSignIn', { ref, className, element: root });
  const titleClass = 'discovr-DeviceSignIn-title';
  const content = (
    <div className="discovr-DeviceSignIn-content">
      {status === 'waiting' && <Heading className={titleClass}>{texts.title}</Heading>}
      <div className="discovr-DeviceSignIn-body">
        {/* Hidden below 560 px, which means a phone, because a phone cannot scan its own screen. */}
        {progress.status === 'waiting' && (
          <img className="discovr-DeviceSignIn-qr" src={progress.qrCode} alt={texts.qrCode} width="240" height="240" />
        )}
        <div className="discovr-DeviceSignIn-details">
          {progress.status === 'waiting' && <Steps {...progress} address={address} texts={texts} />}
          <div
            role="status"
            className={progress.status === 'waiting' ? 'discovr-VisuallyHidden' : 'discovr-SignIn-state'}
            tabIndex={-1}
          >
            {progress.status === 'waiting' ? (
              <MinutesLeft {...progress} texts={texts} locale={locale} />
            ) : (
              <SignInMessage {...stateOf(progress, messages)} {...{ headingLevel, titleClass }} />
            )}
          </div>
          {status !== 'approved' && (
            <div className="discovr-SignIn-actions discovr-DeviceSignIn-actions">
              {!isRunning && (
                <button type="button" className="discovr-Button" data-variant="main" onClick={restart}>
                  {texts.retry}
                </button>
              )}
              {(isRunning || onCancel) && (
                // On a television, OK must not open the address, because that would leave the app.
                <button
                  type="button"
                  className="discovr-Button discovr-DeviceSignIn-cancel"
                  data-look="text"
                  data-remote={isRunning ? 'first' : undefined}
                  onClick={onCancel ?? cancel}
                >
                  {texts.cancel}
                </button>
              )}
              {otherWay}
            </div>
          )}
        </div>
      </div>
    </div>
  );
  return (
    <section
      aria-label={texts.title}
      {...rest}
      {...rootProps}
      data-status={status}
      data-kept={progress.status === 'approved' ? progress.kept : undefined}
    >
      {brand || art ? (
        <SignInPanel brand={brand} art={art}>
          {content}
        </SignInPanel>
      ) : (
        content
      )}
    </section>
  );
});

/** Returns what the sign-in says while it shows no code. */
function stateOf(
  progress: Exclude<DeviceSignInProgress, { status: 'waiting' }>,
  messages: Pick<Messages, 'signIn' | 'deviceSignIn' | 'states' | 'errors'>,
): SignInState {
  const { deviceSignIn: texts } = messages;
  switch (progress.status) {
    case 'requesting':
      return { title: texts.title, text: texts.requesting };
    case 'approved':
      return completedSignIn(texts.approved, progress.kept, messages);
    case 'expired':
      return { icon: clockIcon, title: texts.expired, text: texts.expiredHint };
    case 'denied':
    case 'cancelled':
      return { icon: closeIcon, title: texts[progress.status] };
    case 'failed':
      return failedSignIn(progress.error, messages);
  }
}
