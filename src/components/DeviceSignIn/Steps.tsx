'use client';

import { useEffect, useState } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { startInterval } from '../../shared/time.js';
import { Announcement } from '../../ui/Announcement.js';
import { checkIcon, Icon } from '../../ui/Icon.js';
import { StableLabel } from '../../ui/StableLabel.js';

interface StepsProps {
  userCode: string;
  expiresAt: number;
  address: string | undefined;
  texts: Messages['deviceSignIn'];
}

/** Renders three steps with the address, the code and a button that copies it on a phone, and the time left. */
export function Steps({ userCode, expiresAt, address, texts }: StepsProps) {
  const secondsLeft = useSecondsLeft(expiresAt);
  const [copiedCode, setCopiedCode] = useState<string>();
  // TypeScript's library says that the clipboard always exists. Over HTTP, it does not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  // Without permission the label does not change, and the code is still on screen.
  const copy = () => {
    clipboard?.writeText(userCode).then(
      () => setCopiedCode(userCode),
      () => setCopiedCode(undefined),
    );
  };
  const time = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;
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
          {address && <AddressLink address={address} texts={texts} onOpenHere={copy} />}
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
          {clipboard && <CopyCode isCopied={copiedCode === userCode} texts={texts} onCopy={copy} />}
        </li>
        <li className="discovr-DeviceSignIn-step">
          {texts.confirm.split('\n').map((sentence) => (
            <p key={sentence} className="discovr-DeviceSignIn-instruction">
              {sentence}
            </p>
          ))}
        </li>
      </ol>
      <p className="discovr-DeviceSignIn-time" aria-hidden="true">
        {formatMessage(texts.timeLeft, { time })}
      </p>
    </>
  );
}

interface MinutesLeftProps extends Pick<StepsProps, 'expiresAt' | 'texts'> {
  locale: string;
}

/** The time left for screen readers, which announce it each minute, not each second. */
export function MinutesLeft({ expiresAt, texts, locale }: MinutesLeftProps) {
  const count = Math.ceil(useSecondsLeft(expiresAt) / 60);
  return formatMessage(texts.minutesLeft, { count }, locale);
}

interface AddressLinkProps {
  /** URL with or without a scheme, such as `example.com/tv`. */
  address: string;
  texts: Messages['deviceSignIn'];
  /** Called when the user opens the address on a phone, where it covers the code. */
  onOpenHere: () => void;
}

/**
 * Renders a URL as a link that opens another tab, so that the code stays on screen; as text if it is not an HTTP URL.
 * On a phone, where the user opens the address on the same device, the link looks like a button and copies the code.
 */
function AddressLink({ address, texts, onOpenHere }: AddressLinkProps) {
  const href = hrefOf(address);
  if (!href) {
    return (
      <p className="discovr-DeviceSignIn-address">
        <span dir="ltr">{address}</span>
      </p>
    );
  }
  const link = { target: '_blank', rel: 'noopener noreferrer' };
  return (
    <>
      <p className="discovr-DeviceSignIn-address" data-size="wide">
        <a {...link} href={href} className="discovr-TextButton" dir="ltr">
          {address}
        </a>
      </p>
      <p className="discovr-DeviceSignIn-address" data-size="narrow">
        <a {...link} href={href} className="discovr-Button" data-variant="main" onClick={onOpenHere}>
          {formatMessage(texts.openAddress, { address })}
        </a>
      </p>
    </>
  );
}

function hrefOf(address: string): string | undefined {
  try {
    // What precedes a port is no scheme.
    const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(address);
    const { protocol, href } = new URL(hasScheme ? address : `https://${address}`);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

interface CopyCodeProps {
  isCopied: boolean;
  texts: Messages['deviceSignIn'];
  onCopy: () => void;
}

/** Button that copies the code to the clipboard. */
function CopyCode({ isCopied, texts, onCopy }: CopyCodeProps) {
  return (
    <div className="discovr-DeviceSignIn-copy">
      <button type="button" className="discovr-Button" onClick={onCopy}>
        {isCopied && <Icon path={checkIcon} />}
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
 * Returns the number of seconds until a time, never below zero. Updates each second, and does not jump when the device
 * sets its clock.
 *
 * @param until the time, in milliseconds of this device's clock.
 */
function useSecondsLeft(until: number): number {
  const [end] = useState(() => performance.now() + until - Date.now());
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => startInterval(() => setNow(performance.now()), SECOND_MS), []);
  return Math.max(0, Math.ceil((end - now) / SECOND_MS));
}
