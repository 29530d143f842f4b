'use client';

import { createContext, useContext } from 'react';
import type { Messages } from '../../messages/messages.js';

/** Values that the components of a profile picker share. */
export interface ProfilePickerContextValue {
  readonly messages: Pick<Messages, 'profiles' | 'fieldErrors' | 'states' | 'errors'>;
  readonly locale: string;
  /** Actions that the picker offers: those that its props allow and the client supports. */
  readonly can: Readonly<Record<'create' | 'update' | 'delete' | 'searchGifs', boolean>>;
  /** Name of the service that GIFs come from, when the app sets it. */
  readonly gifSource: string | undefined;
  /** Level of the picker's heading. */
  readonly headingLevel: 1 | 2 | 3;
  /** Announces text to screen readers, politely. */
  readonly announce: (text: string) => void;
}

/** Context of a profile picker. */
export const ProfilePickerContext = createContext<ProfilePickerContextValue | null>(null);

/**
 * Returns the context of the picker that contains the calling component.
 *
 * @throws {Error} when called outside a picker.
 */
export function useProfilePicker(): ProfilePickerContextValue {
  const value = useContext(ProfilePickerContext);
  if (value) return value;
  throw new Error(
    'discovr-react: a part of the profile picker was rendered outside it, so it has no profiles. ' +
      'Render it inside <ProfilePicker>.',
  );
}
