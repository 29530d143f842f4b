'use client';

import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { Profile } from '../../api/profiles.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { useSelectProfile } from '../../react/profiles/useProfiles.js';
import { useSession } from '../../react/session/useSession.js';
import { profileIdOf } from '../../session/sessionState.js';
import { isDiscovrError } from '../../shared/errors.js';
import { Alert } from '../../ui/Announcement.js';
import { checkIcon, editIcon, Icon, plusIcon } from '../../ui/Icon.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { keyMoveOf, positionAfter, type KeyMove } from '../../ui/arrowKeys.js';
import { ProfileAvatar, tileHue } from './ProfileAvatar.js';
import { useProfilePicker } from './context.js';
import { ADD_TILE, type FocusTarget, type PickerView, type UsePickerViewResult } from './usePickerView.js';

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
  const selection = useSelectProfile({ onSuccess: (_, { profileId }) => onProfileSelected?.(profileId) });
  const pendingId = selection.isPending ? selection.variables.profileId : undefined;
  const tiles = [...profiles.map(({ id }) => id), ...(can.create ? [ADD_TILE] : [])];
  const { listProps, tabStop } = useRovingTiles(tiles, activeId, view.focus);
  const tabIndexOf = (tile: string) => (tile === tabStop ? 0 : -1);

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

/** Props of {@link ProfileTile}. */
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

/** Props of {@link AddTile}. */
interface AddTileProps {
  tabIndex: 0 | -1;
  onAdd: () => void;
}

/** The last tile: opens the form for a new profile. */
function AddTile({ tabIndex, onAdd }: AddTileProps) {
  const { messages } = useProfilePicker();
  return (
    <li className="discovr-ProfileTiles-item" data-tile={ADD_TILE} data-look="add">
      <button type="button" className="discovr-ProfileTile" tabIndex={tabIndex} onClick={onAdd}>
        <span className="discovr-ProfileTile-face" data-look="add">
          <Icon path={plusIcon} />
        </span>
        <span className="discovr-ProfileTile-name">{messages.profiles.add}</span>
      </button>
    </li>
  );
}

/** Result of {@link useRovingTiles}: props of the list, and the key of the tile that is the tab stop. */
interface UseRovingTilesResult {
  readonly listProps: {
    ref: RefObject<HTMLUListElement | null>;
    onKeyDown: (event: KeyboardEvent<HTMLUListElement>) => void;
    onFocus: (event: FocusEvent<HTMLUListElement>) => void;
  };
  readonly tabStop: string | undefined;
}

/**
 * Makes a list of tiles one tab stop. The arrow keys of a keyboard or remote control move focus inside the list. At its
 * ends, a key keeps its default action, so that a remote control can move focus out of the list.
 *
 * @param tiles keys of the tiles in display order. Each list item has its key as `data-tile`.
 * @param start the initial tab stop.
 * @param focus the tile to focus. Pass a new object to move focus again.
 */
function useRovingTiles(
  tiles: readonly string[],
  start: string | undefined,
  focus: FocusTarget | undefined,
): UseRovingTilesResult {
  const ref = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(start);

  useIsomorphicLayoutEffect(() => {
    if (focus) buttonOf(ref.current, focus)?.focus();
  }, [focus]);

  return {
    listProps: {
      ref,
      onFocus: ({ target }) => setCurrent(tileOf(target)),
      onKeyDown(event) {
        const move = keyMoveOf(event);
        if (!move || !(event.target instanceof HTMLElement)) return;
        const to = neighbor([...event.currentTarget.querySelectorAll('button')], event.target, move);
        if (!to) return;
        event.preventDefault();
        to.focus();
      },
    },
    tabStop: current !== undefined && tiles.includes(current) ? current : tiles[0],
  };
}

function tileOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-tile]')?.dataset['tile'];
}

/** Returns the button of the requested tile, otherwise the button that is the tab stop. */
function buttonOf(list: HTMLElement | null, { tile }: FocusTarget): HTMLElement | undefined {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  return buttons.find((button) => tileOf(button) === tile) ?? buttons.find(({ tabIndex }) => tabIndex === 0);
}

/** Returns the button that a key moves focus to, or `undefined` when that direction has no button. */
function neighbor(buttons: readonly HTMLElement[], from: HTMLElement, move: KeyMove): HTMLElement | undefined {
  if (move === 'down') return nearestRow(buttons, from, (to, own) => to.top - own.bottom);
  if (move === 'up') return nearestRow(buttons, from, (to, own) => own.top - to.bottom);
  const position = positionAfter(move, buttons.indexOf(from), buttons.length);
  return position === undefined ? undefined : buttons[position];
}

type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>;

/** Returns the closest button in the next row. Measures positions, because CSS decides how many tiles fit in a row. */
function nearestRow(
  buttons: readonly HTMLElement[],
  from: HTMLElement,
  distance: (to: Box, own: Box) => number,
): HTMLElement | undefined {
  const own = from.getBoundingClientRect();
  const beyond = buttons
    .filter((button) => button !== from)
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .map(({ button, box }) => ({
      button,
      gap: Math.round(distance(box, own)),
      aside: Math.abs(box.left + box.right - own.left - own.right),
    }))
    .filter(({ gap }) => gap >= 0);
  // A two-line name makes a tile end lower than the other tiles of its row.
  const reach = Math.min(...beyond.map(({ gap }) => gap)) + own.height / 4;
  return beyond.filter(({ gap }) => gap <= reach).sort((a, b) => a.aside - b.aside)[0]?.button;
}
