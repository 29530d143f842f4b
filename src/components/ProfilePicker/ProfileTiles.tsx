'use client';

import { useRef, useState, type KeyboardEvent } from 'react';
import type { Profile } from '../../api/profiles.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { useSelectProfile } from '../../react/profiles/useProfiles.js';
import { useSession } from '../../react/session/useSession.js';
import { profileIdOf } from '../../session/sessionState.js';
import { isDiscovrError } from '../../shared/errors.js';
import { Alert } from '../../ui/Announcement.js';
import { editIcon, Icon, plusIcon } from '../../ui/Icon.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { moveAmong, moveToNearest } from '../../ui/arrowKeys.js';
import { ActiveMark, ProfileAvatar, tileHue } from './ProfileAvatar.js';
import { useProfilePicker } from './context.js';
import { ADD_TILE, type FocusTarget, type PickerView, type UsePickerViewResult } from './usePickerView.js';

export interface ProfileTilesProps {
  profiles: readonly Profile[];
  picker: UsePickerViewResult;
  titleId: string;
  onProfileSelected: ((profileId: string) => void) | undefined;
}

/**
 * List of profile tiles, for choosing or managing profiles. It is one tab stop. At its ends, a key keeps its default
 * action, so that a remote control can move the focus out of it.
 */
export function ProfileTiles({ profiles, picker, titleId, onProfileSelected }: ProfileTilesProps) {
  const { messages, can, announce } = useProfilePicker();
  const texts = messages.profiles;
  const { view } = picker;
  const activeId = profileIdOf(useSession());
  const selection = useSelectProfile({ onSuccess: (_, { profileId }) => onProfileSelected?.(profileId) });
  const pendingId = selection.isPending ? selection.variables.profileId : undefined;
  const tiles = [...profiles.map(({ id }) => id), ...(can.create ? [ADD_TILE] : [])];
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(activeId);
  const tabStop = current !== undefined && tiles.includes(current) ? current : tiles[0];
  const tabIndexOf = (tile: string) => (tile === tabStop ? 0 : -1);

  useIsomorphicLayoutEffect(() => {
    if (view.focus) buttonOf(list.current, view.focus)?.focus();
  }, [view.focus]);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const buttonsOf = () => [...event.currentTarget.querySelectorAll('button')];
    // The end of a row leads to the next one. CSS decides how many tiles fit in a row.
    if (!moveAmong(event, buttonsOf) && /Up|Down/.test(event.key)) moveToNearest(event, buttonsOf);
  };
  const choose = ({ id, name }: Profile) => {
    if (id === pendingId) return;
    // The active profile keeps its session, because a new session would change its recommendations.
    if (id === activeId && !pendingId) return onProfileSelected?.(id);
    announce(formatMessage(texts.opening, { name }));
    selection.mutate({ profileId: id });
  };
  // Choosing another profile aborts the pending selection. An abort is not shown as an error.
  const error = isDiscovrError(selection.error) ? selection.error : undefined;

  return (
    <>
      <Alert text={error && view.mode === 'choosing' ? errorMessage(error, messages) : undefined} />
      {/* Not interactive: the handlers only receive events of the tiles. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        ref={list}
        className="discovr-ProfileTiles"
        aria-labelledby={titleId}
        onKeyDown={move}
        onFocus={({ target }) => setCurrent(tileOf(target))}
      >
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
        <button
          type="button"
          className="discovr-Button"
          data-variant={view.mode === 'managing' ? 'main' : undefined}
          data-look={view.mode === 'managing' ? undefined : 'outline'}
          onClick={picker.toggleManaging}
        >
          <StableLabel text={view.mode === 'managing' ? texts.done : texts.manage} texts={[texts.manage, texts.done]} />
        </button>
      )}
    </>
  );
}

interface ProfileTileProps {
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
function ProfileTile(props: ProfileTileProps) {
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
        {isActive && !isManaging && <ActiveMark />}
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

interface AddTileProps {
  tabIndex: 0 | -1;
  onAdd: () => void;
}

/** The last tile: opens the form for a new profile. */
function AddTile({ tabIndex, onAdd }: AddTileProps) {
  const { messages } = useProfilePicker();
  return (
    <li className="discovr-ProfileTiles-item" data-tile={ADD_TILE}>
      <button type="button" className="discovr-ProfileTile" tabIndex={tabIndex} onClick={onAdd}>
        <span className="discovr-ProfileTile-face" data-look="add">
          <Icon path={plusIcon} />
        </span>
        <span className="discovr-ProfileTile-name">{messages.profiles.add}</span>
      </button>
    </li>
  );
}

function tileOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-tile]')?.dataset['tile'];
}

/** Returns the button of the requested tile, otherwise the button that is the tab stop. */
function buttonOf(list: HTMLElement | null, { tile }: FocusTarget): HTMLElement | undefined {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  return buttons.find((button) => tileOf(button) === tile) ?? buttons.find(({ tabIndex }) => tabIndex === 0);
}
