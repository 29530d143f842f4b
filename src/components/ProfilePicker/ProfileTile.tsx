'use client';

import type { Profile } from '../../api/profiles.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { Icon } from '../../ui/Icon.js';
import { checkIcon, editIcon } from '../../ui/icons.js';
import { useProfilePicker } from './context.js';
import { ProfileAvatar } from './ProfileAvatar.js';
import type { PickerView } from './usePickerView.js';

/** Props of {@link ProfileTile}. */
export interface ProfileTileProps {
  profile: Profile;
  mode: PickerView['mode'];
  /** Whether this is the active profile. */
  isActive: boolean;
  /** Whether the profile is being selected. */
  isPending: boolean;
  /** Hue of the initial, when the profile has no picture. */
  hue: number;
  tabIndex: 0 | -1;
  onChoose: (profile: Profile) => void;
  onEdit: (profile: Profile) => void;
  onDelete: (profile: Profile) => void;
}

/** Tile of one profile. A click chooses it or, in managing mode, edits it, or deletes it when it cannot be edited. */
export function ProfileTile(props: ProfileTileProps) {
  const { profile, mode, isActive, isPending, hue, tabIndex, onChoose, onEdit, onDelete } = props;
  const { messages, can } = useProfilePicker();
  const texts = messages.profiles;
  const { name } = profile;
  const isManaging = mode === 'managing';
  const act = !isManaging ? onChoose : can.update ? onEdit : onDelete;
  const face = (
    <>
      <span className="discovr-ProfileTile-face">
        <ProfileAvatar url={profile.avatarUrl} name={name} hue={hue} />
        {isManaging && can.update && (
          <span className="discovr-ProfileTile-mark">
            <Icon path={editIcon} />
          </span>
        )}
        {isActive && !isManaging && (
          <span className="discovr-ProfileTile-mark" data-look="active">
            <Icon path={checkIcon} />
          </span>
        )}
        {isPending && <span className="discovr-Button-progress" aria-hidden="true" />}
      </span>
      <bdi className="discovr-ProfileTile-name">{name}</bdi>
    </>
  );
  return (
    <li className="discovr-ProfileTiles-item" data-tile={profile.id}>
      {isManaging && !can.update && !can.delete ? (
        <div className="discovr-ProfileTile">{face}</div>
      ) : (
        <button
          type="button"
          className="discovr-ProfileTile"
          data-active={isActive ? '' : undefined}
          data-pending={isPending ? '' : undefined}
          tabIndex={tabIndex}
          aria-label={
            isManaging ? formatMessage(can.update ? texts.editNamed : texts.deleteNamed, { name }) : undefined
          }
          aria-current={isActive && !isManaging ? 'true' : undefined}
          aria-busy={isPending || undefined}
          onClick={() => act(profile)}
        >
          {face}
        </button>
      )}
    </li>
  );
}
