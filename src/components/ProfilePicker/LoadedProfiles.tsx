'use client';

import type { Profile } from '../../api/schemas/profile.js';
import { CreateProfile } from './form/CreateProfile.js';
import { useProfilePicker } from './context.js';
import { DeleteProfile } from './form/DeleteProfile.js';
import { EditProfile } from './form/EditProfile.js';
import { ProfileTiles, type ProfileTilesProps } from './ProfileTiles.js';
import { ADD_TILE } from './usePickerView.js';

/** Content of the picker when the list is loaded: the tiles, with a dialog before a deletion, or a form. */
export function LoadedProfiles(props: ProfileTilesProps) {
  const { profiles, picker, titleId } = props;
  const { messages, can } = useProfilePicker();
  const { form, deleting } = picker.view;
  const isEmpty = profiles.length === 0;
  if (form?.kind === 'edit') {
    const { profile } = form;
    return <EditProfile profile={profile} titleId={titleId} onDone={() => picker.closeForm(profile.id)} />;
  }
  if (form || (isEmpty && can.create)) {
    return (
      <CreateProfile
        profiles={profiles}
        titleId={titleId}
        takesFocus={!picker.isUntouched}
        onCreated={picker.closeForm}
        onCancel={isEmpty ? undefined : () => picker.closeForm(ADD_TILE)}
      />
    );
  }
  if (isEmpty) return <p className="discovr-ProfilePicker-text">{messages.profiles.none}</p>;
  return (
    <>
      <ProfileTiles {...props} />
      {deleting && (
        <DeleteProfile
          profile={deleting}
          onDeleted={() => picker.closeDialog({ tile: tileBeside(profiles, deleting), action: 'main' })}
          onCancel={() => picker.closeDialog({ tile: deleting.id, action: 'delete' })}
        />
      )}
    </>
  );
}

/** Returns the key of the tile to focus after a deletion: the next tile, or the previous one at the end of the list. */
function tileBeside(profiles: readonly Profile[], { id }: Profile): string {
  const index = profiles.findIndex((profile) => profile.id === id);
  return (profiles[index + 1] ?? profiles[index - 1])?.id ?? ADD_TILE;
}
