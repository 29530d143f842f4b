'use client';

import { useId, useRef, useState } from 'react';
import type { Profile } from '../../../api/profiles.js';
import { errorMessage } from '../../../messages/errorMessage.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { useIsomorphicLayoutEffect } from '../../../react/hooks.js';
import { useCreateProfile, useDeleteProfile, useUpdateProfile } from '../../../react/profiles/useProfiles.js';
import { Alert } from '../../../ui/Announcement.js';
import { LEVEL_BELOW } from '../../../ui/StateNotice.js';
import { StableLabel } from '../../../ui/StableLabel.js';
import { useModalDialog } from '../../../ui/dialog/useModalDialog.js';
import { useProfilePicker } from '../context.js';
import { ProfileForm } from './ProfileForm.js';

interface CreateProfileProps {
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
        // Not with callbacks of `mutate`, which TanStack does not call while the picker is hidden.
        void creation.mutateAsync(values).then((profileId) => {
          announce(formatMessage(texts.added, { name: values.name }));
          onCreated(profileId);
        }, onError)
      }
      onCancel={onCancel}
    />
  );
}

interface EditProfileProps {
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
          return void update.mutateAsync({ profileId: profile.id, ...changes }).then(() => {
            announce(formatMessage(texts.saved, { name }));
            onDone();
          }, onError);
        }}
        onCancel={onDone}
      />
      {isAsking && <DeleteProfile profile={profile} onDeleted={onDeleted} onCancel={() => setIsAsking(false)} />}
    </>
  );
}

interface DeleteProfileProps {
  profile: Profile;
  onDeleted: () => void;
  onCancel: () => void;
}

/** The form or the tiles behind the dialog take the focus when it closes. */
const NO_OPENER = { current: null };

/** Modal `<dialog>` that asks whether to delete a profile. Cancel is focused first. */
export function DeleteProfile({ profile, onDeleted, onCancel }: DeleteProfileProps) {
  const { messages, announce, headingLevel } = useProfilePicker();
  const texts = messages.profiles;
  const Heading = `h${LEVEL_BELOW[headingLevel]}` as const;
  const { name } = profile;
  const deletion = useDeleteProfile();
  const dialog = useModalDialog(true, onCancel, NO_OPENER);
  const id = useId();

  const confirm = () => {
    if (deletion.isPending) return;
    deletion.mutateAsync({ profileId: profile.id }).then(
      () => {
        announce(formatMessage(texts.deleted, { name }));
        onDeleted();
      },
      // The dialog shows `deletion.error`.
      () => undefined,
    );
  };

  return (
    <dialog ref={dialog} className="discovr-Dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-hint`}>
      <Heading id={`${id}-title`} className="discovr-Dialog-title">
        {formatMessage(texts.deleteQuestion, { name })}
      </Heading>
      <p id={`${id}-hint`} className="discovr-Dialog-text">
        {texts.deleteHint}
      </p>
      <Alert text={deletion.error && !deletion.isPending ? errorMessage(deletion.error, messages) : undefined} />
      <div className="discovr-Actions-bar">
        <button type="button" className="discovr-Button" data-look="outline" onClick={onCancel}>
          {texts.cancel}
        </button>
        <button
          type="button"
          className="discovr-Button"
          data-variant="danger"
          aria-disabled={deletion.isPending || undefined}
          onClick={confirm}
        >
          <StableLabel
            text={deletion.isPending ? texts.deleting : texts.deleteConfirm}
            texts={[texts.deleteConfirm, texts.deleting]}
          />
          {deletion.isPending && <span className="discovr-Button-progress" aria-hidden="true" />}
        </button>
      </div>
    </dialog>
  );
}
