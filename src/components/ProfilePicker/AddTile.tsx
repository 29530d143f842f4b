'use client';

import { Icon } from '../../ui/Icon.js';
import { plusIcon } from '../../ui/icons.js';
import { useProfilePicker } from './context.js';
import { ADD_TILE } from './usePickerView.js';

/** Props of {@link AddTile}. */
export interface AddTileProps {
  tabIndex: 0 | -1;
  onAdd: () => void;
}

/** The last tile: opens the form for a new profile. */
export function AddTile({ tabIndex, onAdd }: AddTileProps) {
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
