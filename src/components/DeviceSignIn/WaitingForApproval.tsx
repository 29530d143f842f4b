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
  expiresAt: number;
  address: string | undefined;
  texts: Messages['deviceSignIn'];
  locale: string;
}

/**
 * Renders the address, the code, a button that copies it on a phone, and the time left. Screen readers announce the time
 * each minute, not each second.
 */
export function WaitingForApproval({ userCode, expiresAt, address, texts, locale }: WaitingForApprovalProps) {
  const secondsLeft = useSecondsLeft(expiresAt);
  const time = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;
  const minutesLeft = Math.ceil(secondsLeft / 60);
  return (
    <>
      {address && <AddressLink address={address} texts={texts} />}
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
