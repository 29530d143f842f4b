'use client';

import { useContext, useState } from 'react';
import { errorMessage } from '../../messages/errorMessage.js';
import { useSession } from '../../react/session/useSession.js';
import type { DiscovrError } from '../../shared/errors.js';
import { Alert } from '../../ui/Announcement.js';
import { missingSessionOf, SessionNotice } from '../../ui/SessionNotice.js';
import { LEVEL_BELOW } from '../../ui/StateNotice.js';
import { useSlotClass } from '../../ui/classNames.js';
import { HeadingLevelContext, useFormController } from './context.js';

/** Props of {@link SessionFailure}. */
interface SessionFailureProps {
  /** Why the last Apply failed. */
  error: DiscovrError;
}

/**
 * Shows that Apply failed because the user has to sign in or choose a profile. Shows nothing while the main button leads
 * there, and once they have done so.
 */
export function SessionFailure({ error }: SessionFailureProps) {
  const { messages, missingSession } = useFormController();
  const slotClass = useSlotClass();
  const missing = missingSessionOf(useSession());
  const [noticed, setNoticed] = useState<DiscovrError>();
  if (missing && noticed !== error) setNoticed(error);
  const headingLevel = LEVEL_BELOW[useContext(HeadingLevelContext)];
  if (missingSession) return null;
  if (!missing) {
    const text = noticed === error ? undefined : errorMessage(error, messages);
    return <Alert text={text} className={slotClass('alert', 'discovr-Alert')} />;
  }
  return (
    <SessionNotice
      session={missing}
      messages={messages}
      texts={messages.form}
      look="start"
      headingLevel={headingLevel}
      className={slotClass('alert', 'discovr-Actions-notice')}
    />
  );
}
