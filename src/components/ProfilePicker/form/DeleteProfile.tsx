'use client';

import { useId } from 'react';
import type { Profile } from '../../../api/profiles.js';
import { errorMessage } from '../../../messages/errorMessage.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { useDeleteProfile } from '../../../react/profiles/useProfiles.js';
import { Alert } from '../../../ui/Alert.js';
import { useModalDialog } from '../../../ui/dialog/useModalDialog.js';
import { StableLabel } from '../../../ui/StableLabel.js';
import { useProfilePicker } from '../context.js';

/** Props of {@link DeleteProfile}. */
export interface DeleteProfileProps {
  profile: Profile;
  onDeleted: () => void;
  onCancel: () => void;
}

/** The form or the tiles behind the dialog take the focus when it closes. */
const NO_OPENER = { current: null };

/** Modal `<dialog>` that asks whether to delete a profile. Cancel is focused first. */
export function DeleteProfile({ profile, onDeleted, onCancel }: DeleteProfileProps) {
  const { messages, announce } = useProfilePicker();
  const texts = messages.profiles;
  const { name } = profile;
  const deletion = useDeleteProfile();
  const dialog = useModalDialog(true, onCancel, NO_OPENER);
  const id = useId();

  const confirm = () => {
    if (deletion.isPending) return;
    deletion.mutate(profile.id, {
      onSuccess() {
        announce(formatMessage(texts.deleted, { name }));
        onDeleted();
      },
    });
  };

  return (
    <dialog ref={dialog} className="discovr-Dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-hint`}>
      <h3 id={`${id}-title`} className="discovr-Dialog-title">
        {formatMessage(texts.deleteQuestion, { name })}
      </h3>
      <p id={`${id}-hint`} className="discovr-Dialog-text">
        {texts.deleteHint}
      </p>
      <Alert text={deletion.error && !deletion.isPending ? errorMessage(deletion.error, messages) : undefined} />
      <div className="discovr-Actions-bar">
        <button type="button" className="discovr-Button" onClick={onCancel}>
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
