'use client';

import { useRef, useState } from 'react';
import type { Profile } from '../../../api/profiles.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { useUpdateProfile } from '../../../react/profiles/useProfiles.js';
import { useIsomorphicLayoutEffect } from '../../../react/hooks.js';
import { useProfilePicker } from '../context.js';
import { DeleteProfile } from './DeleteProfile.js';
import { ProfileForm } from './ProfileForm.js';

/** Props of {@link EditProfile}. */
export interface EditProfileProps {
  profile: Profile;
  /** Hue of the initial, when the profile has no picture. */
  hue: number;
  titleId: string;
  /** Returns to the tiles when the profile is saved, the form is canceled, or nothing changed. */
  onDone: () => void;
  /** Returns to the tiles when the profile is deleted. */
  onDeleted: () => void;
}

/** Form that edits or deletes a profile. */
export function EditProfile({ profile, hue, titleId, onDone, onDeleted }: EditProfileProps) {
  const { messages, can, announce } = useProfilePicker();
  const texts = messages.profiles;
  const update = useUpdateProfile();
  const [isAsking, setIsAsking] = useState(false);
  const deleteButton = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useIsomorphicLayoutEffect(() => {
    // Browsers do not return the focus from a dialog that is removed.
    if (wasAsking.current && !isAsking) deleteButton.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return (
    <>
      <ProfileForm
        profile={profile}
        hue={hue}
        deleteButton={can.delete ? deleteButton : undefined}
        onDelete={() => setIsAsking(true)}
        titleId={titleId}
        submitTexts={[texts.save, texts.saving]}
        isSaving={update.isPending}
        error={update.error}
        takesFocus
        onSubmit={({ name, avatarUrl }, onError) => {
          const changes = {
            ...(name !== profile.name && { name }),
            ...(avatarUrl !== profile.avatarUrl && { avatarUrl }),
          };
          // The API rejects an update without changes.
          if (Object.keys(changes).length === 0) return onDone();
          update.mutate(
            { profileId: profile.id, ...changes },
            {
              onError,
              onSuccess() {
                announce(formatMessage(texts.saved, { name }));
                onDone();
              },
            },
          );
        }}
        onCancel={onDone}
      />
      {isAsking && <DeleteProfile profile={profile} onDeleted={onDeleted} onCancel={() => setIsAsking(false)} />}
    </>
  );
}
