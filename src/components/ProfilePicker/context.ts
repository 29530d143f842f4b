'use client';

import { createContext, useContext } from 'react';
import type { Messages } from '../../messages/messages.js';

/** What every piece of a profile picker needs. */
export interface ProfilePickerContextValue {
  readonly messages: Pick<Messages, 'profiles' | 'fieldErrors' | 'errors'>;
  readonly locale: string;
  /** What the picker may offer, by its props and by what the client can do. */
  readonly can: Readonly<Record<'create' | 'update' | 'delete' | 'searchGifs', boolean>>;
  /** The service that GIFs come from, where the app names it. */
  readonly gifSource: string | undefined;
  /** Tells screen readers, politely. */
  readonly announce: (text: string) => void;
}

/** The context of a profile picker. */
export const ProfilePickerContext = createContext<ProfilePickerContextValue | null>(null);

/** Reads the context of the picker above. */
export function useProfilePicker(): ProfilePickerContextValue {
  const value = useContext(ProfilePickerContext);
  if (!value) throw new Error('discovr-react: this piece was rendered outside <ProfilePicker>.');
  return value;
}
