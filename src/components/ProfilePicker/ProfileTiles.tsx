'use client';

import { isDiscovrError } from '../../shared/errors.js';
import type { Profile } from '../../api/profiles.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { useSelectProfile } from '../../react/profiles/useProfiles.js';
import { useSession } from '../../react/session/useSession.js';
import { profileIdOf } from '../../session/sessionState.js';
import { Alert } from '../../ui/Alert.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { AddTile } from './AddTile.js';
import { useProfilePicker } from './context.js';
import { ProfileTile } from './ProfileTile.js';
import { tileHue } from './tileHue.js';
import { ADD_TILE, type UsePickerViewResult } from './usePickerView.js';
import { useRovingTiles } from './useRovingTiles.js';

/** Props of {@link ProfileTiles}. */
export interface ProfileTilesProps {
  profiles: readonly Profile[];
  picker: UsePickerViewResult;
  titleId: string;
  onProfileSelected: ((profileId: string) => void) | undefined;
}

/** List of profile tiles, for choosing or managing profiles. */
export function ProfileTiles({ profiles, picker, titleId, onProfileSelected }: ProfileTilesProps) {
  const { messages, can, announce } = useProfilePicker();
  const texts = messages.profiles;
  const { view } = picker;
  const activeId = profileIdOf(useSession());
  const selection = useSelectProfile({ onSuccess: (_, profileId) => onProfileSelected?.(profileId) });
  const pendingId = selection.isPending ? selection.variables : undefined;
  const tiles = [...profiles.map(({ id }) => id), ...(can.create ? [ADD_TILE] : [])];
  const { listProps, tabStop } = useRovingTiles(tiles, activeId, view.focus);
  const tabIndexOf = (tile: string) => (tile === tabStop ? 0 : -1);

  const choose = ({ id, name }: Profile) => {
    if (id === pendingId) return;
    // The active profile keeps its session, because a new session would change its recommendations.
    if (id === activeId && !pendingId) return onProfileSelected?.(id);
    announce(formatMessage(texts.opening, { name }));
    selection.mutate(id);
  };
  // Choosing another profile aborts the pending selection. An abort is not shown as an error.
  const error = isDiscovrError(selection.error) ? selection.error : undefined;

  return (
    <>
      <Alert text={error && view.mode === 'choosing' ? errorMessage(error, messages) : undefined} />
      <ul {...listProps} className="discovr-ProfileTiles" aria-labelledby={titleId}>
        {profiles.map((profile, position) => (
          <ProfileTile
            key={profile.id}
            profile={profile}
            mode={view.mode}
            isActive={profile.id === activeId}
            isPending={profile.id === pendingId}
            hue={tileHue(position)}
            tabIndex={tabIndexOf(profile.id)}
            onChoose={choose}
            onEdit={picker.edit}
            onDelete={picker.askToDelete}
          />
        ))}
        {can.create && <AddTile tabIndex={tabIndexOf(ADD_TILE)} onAdd={picker.add} />}
      </ul>
      {(can.update || can.delete) && profiles.length > 0 && (
        <button type="button" className="discovr-Button" onClick={picker.toggleManaging}>
          <StableLabel text={view.mode === 'managing' ? texts.done : texts.manage} texts={[texts.manage, texts.done]} />
        </button>
      )}
    </>
  );
}
