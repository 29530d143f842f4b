'use client';

import type { Profile } from '../../../api/profiles.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { useCreateProfile } from '../../../react/profiles/useProfiles.js';
import { useProfilePicker } from '../context.js';
import { ProfileForm } from './ProfileForm.js';

/** Props of {@link CreateProfile}. */
export interface CreateProfileProps {
  profiles: readonly Profile[];
  titleId: string;
  takesFocus: boolean;
  onCreated: (profileId: string) => void;
  /** `undefined` when there are no tiles to return to. */
  onCancel: (() => void) | undefined;
}

/** Form that creates a profile. */
export function CreateProfile({ profiles, titleId, takesFocus, onCreated, onCancel }: CreateProfileProps) {
  const { messages, announce } = useProfilePicker();
  const texts = messages.profiles;
  const creation = useCreateProfile();
  return (
    <ProfileForm
      takenAvatars={profiles.map(({ avatarUrl }) => avatarUrl)}
      titleId={titleId}
      submitTexts={[texts.add, texts.adding]}
      isSaving={creation.isPending}
      error={creation.error}
      takesFocus={takesFocus}
      onSubmit={(values, onError) =>
        creation.mutate(values, {
          onError,
          onSuccess(profileId) {
            announce(formatMessage(texts.added, { name: values.name }));
            onCreated(profileId);
          },
        })
      }
      onCancel={onCancel}
    />
  );
}
