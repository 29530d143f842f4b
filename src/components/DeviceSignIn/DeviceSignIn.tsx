'use client';

import { forwardRef, useId, useEffect, useState, type ComponentPropsWithoutRef } from 'react';
import { errorMessage } from '../../messages/errorMessage.js';
import { allErrorsEnglish, signInEnglish } from '../../messages/english/signIn.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import {
  useDeviceSignIn,
  type DeviceSignInProgress,
  type UseDeviceSignInOptions,
} from '../../react/session/useDeviceSignIn.js';
import type { ArtProps } from '../../ui/brand.js';
import { SignInPanel, SuccessMark } from '../../ui/SignInPanel.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { startInterval } from '../../shared/time.js';
import { Announcement } from '../../ui/Announcement.js';
import { StableLabel } from '../../ui/StableLabel.js';

const english = { ...signInEnglish, ...allErrorsEnglish };

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
  const messages = useMessages(english, ownMessages, '<DeviceSignIn>');
  const texts = messages.deviceSignIn;
  const { progress, restart, cancel } = useDeviceSignIn({ qrSize, onSignedIn });
  const { status } = progress;
  const isRunning = status === 'requesting' || status === 'waiting';
  // The button that cancels and the button that requests a new code replace each other.
  const root = useFocusAcrossViews<HTMLElement>(isRunning ? 'running' : 'ended', (element) =>
    element.querySelector('button'),
  );
  const rootProps = useRootProps('<DeviceSignIn>', 'discovr-DeviceSignIn', { ref, className, element: root });
  const titleId = useId();
  const content = (
    <div className="discovr-DeviceSignIn-content">
      <Heading id={titleId} className="discovr-DeviceSignIn-title">
        {texts.title}
      </Heading>
      <div className="discovr-DeviceSignIn-body">
        {/* Hidden below 560 px, which means a phone, because a phone cannot scan its own screen. */}
        {progress.status === 'waiting' && (
          <img className="discovr-DeviceSignIn-qr" src={progress.qrCode} alt={texts.qrCode} width="240" height="240" />
        )}
        <div className="discovr-DeviceSignIn-details">
          {progress.status === 'waiting' ? (
            <WaitingForApproval {...progress} address={address} texts={texts} locale={locale} />
          ) : (
            <>
              {status === 'approved' && <SuccessMark />}
              <p role="status" className="discovr-DeviceSignIn-state">
                {stateText(progress, messages)}
              </p>
            </>
          )}
          {['expired', 'denied', 'failed', 'cancelled'].includes(status) && (
            <button type="button" className="discovr-Button" data-variant="main" onClick={restart}>
              {texts.retry}
            </button>
          )}
          {(isRunning || (onCancel && status !== 'approved')) && (
            // On a television, OK must not open the address, because that would leave the app.
            <button
              type="button"
              className="discovr-Button discovr-DeviceSignIn-cancel"
              data-remote="first"
              onClick={onCancel ?? cancel}
            >
              {texts.cancel}
            </button>
          )}
        </div>
      </div>
    </div>
  );
  return (
    <section
      aria-labelledby={titleId}
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

function stateText(
  progress: Exclude<DeviceSignInProgress, { status: 'waiting' }>,
  messages: Pick<Messages, 'deviceSignIn' | 'errors'>,
): string {
  if (progress.status === 'failed') return errorMessage(progress.error, messages);
  if (progress.status === 'approved' && !progress.kept) return messages.errors.SIGN_IN_NOT_KEPT;
  return messages.deviceSignIn[progress.status];
}

interface WaitingForApprovalProps {
  userCode: string;
  expiresAt: number;
  address: string | undefined;
  texts: Messages['deviceSignIn'];
  locale: string;
}

/**
 * Renders three steps with the address, the code and a button that copies it on a phone, and the time left. Screen
 * readers announce the time each minute, not each second.
 */
function WaitingForApproval({ userCode, expiresAt, address, texts, locale }: WaitingForApprovalProps) {
  const secondsLeft = useSecondsLeft(expiresAt);
  const time = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;
  const minutesLeft = Math.ceil(secondsLeft / 60);
  return (
    <>
      <ol className="discovr-DeviceSignIn-steps">
        <li className="discovr-DeviceSignIn-step">
          <p className="discovr-DeviceSignIn-instruction" data-size="wide">
            {address ? texts.instructionWithAddress : texts.instruction}
          </p>
          <p className="discovr-DeviceSignIn-instruction" data-size="narrow">
            {address ? texts.instructionOnPhoneWithAddress : texts.instructionOnPhone}
          </p>
          {address && <AddressLink address={address} texts={texts} />}
        </li>
        <li className="discovr-DeviceSignIn-step">
          <p className="discovr-DeviceSignIn-instruction">{texts.enterCode}</p>
          <p className="discovr-DeviceSignIn-code">
            <span className="discovr-VisuallyHidden">
              {formatMessage(texts.code, { code: [...userCode].filter((letter) => letter !== '-').join(' ') })}
            </span>
            <span aria-hidden="true" dir="ltr">
              {codeGroups(userCode).join(' ')}
            </span>
          </p>
          <CopyCode userCode={userCode} texts={texts} />
        </li>
        <li className="discovr-DeviceSignIn-step">
          <p className="discovr-DeviceSignIn-instruction">{texts.confirm}</p>
        </li>
      </ol>
      <p className="discovr-DeviceSignIn-time" aria-hidden="true">
        {formatMessage(texts.timeLeft, { time })}
      </p>
      <p role="status" className="discovr-VisuallyHidden">
        {formatMessage(texts.minutesLeft, { count: minutesLeft }, locale)}
      </p>
    </>
  );
}

interface AddressLinkProps {
  /** URL with or without a scheme, such as `example.com/tv`. */
  address: string;
  texts: Messages['deviceSignIn'];
}

/**
 * Renders a URL as a link that opens another tab, so that the code stays on screen; as text if it is not an HTTP URL.
 * On a phone, where the user opens the address on the same device, the link looks like a button.
 */
function AddressLink({ address, texts }: AddressLinkProps) {
  const href = hrefOf(address);
  if (!href) {
    return (
      <p className="discovr-DeviceSignIn-address">
        <span dir="ltr">{address}</span>
      </p>
    );
  }
  const link = { href, target: '_blank', rel: 'noopener noreferrer' };
  return (
    <>
      <p className="discovr-DeviceSignIn-address" data-size="wide">
        <a {...link} className="discovr-TextButton" dir="ltr">
          {address}
        </a>
      </p>
      <p className="discovr-DeviceSignIn-address" data-size="narrow">
        <a {...link} className="discovr-Button" data-variant="main">
          {formatMessage(texts.openAddress, { address })}
        </a>
      </p>
    </>
  );
}

function hrefOf(address: string): string | undefined {
  try {
    const { protocol, href } = new URL(/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

interface CopyCodeProps {
  userCode: string;
  texts: Messages['deviceSignIn'];
}

/** Button that copies the code to the clipboard. Renders nothing where the browser has no clipboard, such as over HTTP. */
function CopyCode({ userCode, texts }: CopyCodeProps) {
  const [copiedCode, setCopiedCode] = useState<string>();
  // TypeScript's library says that the clipboard always exists.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return null;
  const isCopied = copiedCode === userCode;
  return (
    <div className="discovr-DeviceSignIn-copy">
      <button
        type="button"
        className="discovr-Button"
        onClick={() => {
          // Without permission the label does not change, and the code is still on screen.
          clipboard.writeText(userCode).then(
            () => setCopiedCode(userCode),
            () => setCopiedCode(undefined),
          );
        }}
      >
        <StableLabel text={isCopied ? texts.copied : texts.copy} texts={[texts.copy, texts.copied]} />
      </button>
      <Announcement value={{ id: 0, text: isCopied ? texts.copied : '' }} />
    </div>
  );
}

/** Splits a code at its dashes, or into pairs if it has none. Short groups are easier to read from afar and to type. */
export function codeGroups(userCode: string): string[] {
  const parts = userCode.split('-').filter(Boolean);
  return parts.length > 1 ? parts : (userCode.match(/.{1,2}/g) ?? []);
}

const SECOND_MS = 1000;

/**
 * Returns the number of seconds until a time, never below zero. Updates each second.
 *
 * @param until the time, in milliseconds of this device's clock.
 */
function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => startInterval(() => setNow(Date.now()), SECOND_MS), []);
  return Math.max(0, Math.ceil((until - now) / SECOND_MS));
}
