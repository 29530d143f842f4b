'use client';

import type { DiscovrError } from '../../api/errors/discovrError.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { AlertPlace } from '../../ui/AlertPlace.js';
import { useProfilePicker } from './context.js';

/** Props of {@link ProfilesUnavailable}. */
export interface ProfilesUnavailableProps {
  /** Why the list failed to load; `null` when no user is signed in. */
  error: DiscovrError | null;
  onRetry: () => void;
}

/** Shows why there are no profiles to choose from, with a button to try again after an error. */
export function ProfilesUnavailable({ error, onRetry }: ProfilesUnavailableProps) {
  const { messages } = useProfilePicker();
  const texts = messages.profiles;
  if (!error) return <p className="discovr-ProfilePicker-text">{texts.signedOut}</p>;
  return (
    <>
      <AlertPlace text={errorMessage(error, messages)} />
      <button type="button" className="discovr-Button" data-variant="main" onClick={onRetry}>
        {texts.retry}
      </button>
    </>
  );
}
