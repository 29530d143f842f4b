'use client';

import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { AddressLink } from './AddressLink.js';
import { codeGroups } from './codeGroups.js';
import { CopyCode } from './CopyCode.js';
import { useSecondsLeft } from './useSecondsLeft.js';

/** Props of {@link WaitingForApproval}. */
export interface WaitingForApprovalProps {
  userCode: string;
  qrCode: string;
  expiresAt: number;
  address: string | undefined;
  texts: Messages['deviceSignIn'];
  locale: string;
}

/**
 * Renders the address, the code, its QR code and the time left. Below 560 px, which means a phone, a button that copies
 * the code replaces the QR code, because a phone cannot scan its own screen. Screen readers announce the time each minute, not
 * each second.
 */
export function WaitingForApproval({ userCode, qrCode, expiresAt, address, texts, locale }: WaitingForApprovalProps) {
  const secondsLeft = useSecondsLeft(expiresAt);
  const time = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;
  const minutesLeft = Math.ceil(secondsLeft / 60);
  return (
    <>
      <p className="discovr-DeviceSignIn-instruction" data-size="wide">
        {address ? texts.instructionWithAddress : texts.instruction}
      </p>
      <p className="discovr-DeviceSignIn-instruction" data-size="narrow">
        {address ? texts.instructionOnPhoneWithAddress : texts.instructionOnPhone}
      </p>
      <img className="discovr-DeviceSignIn-qr" src={qrCode} alt={texts.qrCode} width="240" height="240" />
      {address && <AddressLink address={address} />}
      <p className="discovr-DeviceSignIn-code">
        <span className="discovr-VisuallyHidden">
          {formatMessage(texts.code, { code: [...userCode].filter((letter) => letter !== '-').join(' ') })}
        </span>
        <span aria-hidden="true" dir="ltr">
          {codeGroups(userCode).join(' ')}
        </span>
      </p>
      <CopyCode userCode={userCode} texts={texts} />
      <p className="discovr-DeviceSignIn-time" aria-hidden="true">
        {formatMessage(texts.timeLeft, { time })}
      </p>
      <p role="status" className="discovr-VisuallyHidden">
        {formatMessage(texts.minutesLeft, { count: minutesLeft }, locale)}
      </p>
    </>
  );
}
