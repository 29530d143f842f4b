'use client';

import { useContext, useState } from 'react';
import type { DiscovrError } from '../../../shared/errors.js';
import { errorMessage } from '../../../messages/errorMessage.js';
import { useSession } from '../../../react/session/useSession.js';
import { Alert } from '../../../ui/Alert.js';
import { useSlotClass } from '../../../ui/classNames.js';
import { missingSessionOf, SessionNotice } from '../../../ui/state/SessionNotice.js';
import { HeadingLevelContext, useFormController } from '../context.js';
import { isSessionError } from '../sessionError.js';

const LEVEL_BELOW = { 2: 3, 3: 4, 4: 5 } as const;

/** Props of {@link ApplyFailure}. */
export interface ApplyFailureProps {
  /** Why the last Apply failed. */
  error: DiscovrError | null;
}

/** Shows why the last Apply failed: an alert or, when the user only has to sign in or choose a profile, a notice. */
export function ApplyFailure({ error }: ApplyFailureProps) {
  const { messages, requestSession } = useFormController();
  const slotClass = useSlotClass();
  const session = useSession();
  const missing = missingSessionOf(session);
  const [noticed, setNoticed] = useState<DiscovrError>();
  const isMissing = error !== null && missing !== undefined && isSessionError(error);
  if (isMissing && noticed !== error) setNoticed(error);
  // Once the user has signed in or chosen a profile, the error is settled.
  const needsSession = isMissing || (error !== null && noticed === error);
  const headingLevel = LEVEL_BELOW[useContext(HeadingLevelContext)];
  return (
    <>
      <Alert
        text={error && !needsSession ? errorMessage(error, messages) : undefined}
        className={slotClass('alert', 'discovr-Alert')}
      />
      {needsSession && missing && (
        <SessionNotice
          session={missing}
          messages={messages}
          texts={messages.form}
          onSessionRequired={requestSession}
          look="start"
          isSecondary
          headingLevel={headingLevel}
          className={slotClass('alert', 'discovr-Actions-notice')}
        />
      )}
    </>
  );
}
