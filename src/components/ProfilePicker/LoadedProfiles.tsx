'use client';

import type { Profile } from '../../api/profiles.js';
import { profileIcon } from '../../ui/icons.js';
import { StateNotice } from '../../ui/state/StateNotice.js';
import { CreateProfile } from './form/CreateProfile.js';
import { useProfilePicker } from './context.js';
import { DeleteProfile } from './form/DeleteProfile.js';
import { EditProfile } from './form/EditProfile.js';
import { ProfileTiles, type ProfileTilesProps } from './ProfileTiles.js';
import { tileHue } from './tileHue.js';
import { ADD_TILE } from './usePickerView.js';

/** Props of {@link LoadedProfiles}. */
export interface LoadedProfilesProps extends ProfileTilesProps {
  /** Loads the list again. */
  onRetry: () => void;
}

/** Content of the picker when the list is loaded: the tiles, with a dialog before a deletion, or a form. */
export function LoadedProfiles({ onRetry, ...props }: LoadedProfilesProps) {
  const { profiles, picker, titleId } = props;
  const { messages, can } = useProfilePicker();
  const { form, deleting } = picker.view;
  const isEmpty = profiles.length === 0;
  if (form?.kind === 'edit') {
    const { profile } = form;
    return (
      <EditProfile
        profile={profile}
        hue={tileHue(profiles.findIndex(({ id }) => id === profile.id))}
        titleId={titleId}
        onDone={() => picker.closeForm(profile.id)}
        onDeleted={() => picker.closeForm(tileBeside(profiles, profile))}
      />
    );
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
  if (isEmpty) {
    const { none, noneHint, retry } = messages.profiles;
    return (
      <StateNotice
        title={none}
        text={noneHint}
        action={{ label: retry, act: onRetry }}
        icon={profileIcon}
        {...{ titleId, headingLevel: 2 }}
        className="discovr-ProfilePicker-notice"
      />
    );
  }
  return (
    <>
      <ProfileTiles {...props} />
      {deleting && (
        <DeleteProfile
          profile={deleting}
          onDeleted={() => picker.closeDialog(tileBeside(profiles, deleting))}
          onCancel={() => picker.closeDialog(deleting.id)}
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
