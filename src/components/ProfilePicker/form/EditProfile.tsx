'use client';

import type { Profile } from '../../../api/schemas/profile.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { useUpdateProfile } from '../../../react/profiles/useUpdateProfile.js';
import { useProfilePicker } from '../context.js';
import { ProfileForm } from './ProfileForm.js';

/** Props of {@link EditProfile}. */
export interface EditProfileProps {
  profile: Profile;
  titleId: string;
  /** Returns to the tiles when the profile is saved, the form is canceled, or nothing changed. */
  onDone: () => void;
}

/** Form that edits a profile. */
export function EditProfile({ profile, titleId, onDone }: EditProfileProps) {
  const { messages, announce } = useProfilePicker();
  const texts = messages.profiles;
  const update = useUpdateProfile();
  return (
    <ProfileForm
      profile={profile}
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
  );
}
