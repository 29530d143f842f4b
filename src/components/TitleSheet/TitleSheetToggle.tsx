'use client';

import type { MediaList } from '../../api/facts.js';
import { Icon } from '../../ui/Icon.js';
import { slotClass } from '../../ui/slotClass.js';
import { StableLabel } from '../../ui/StableLabel.js';
import type { TitleSheetPartProps } from './partProps.js';

/** Icons of the toggles. Separate from the shared icons, so that only apps with the sheet bundle them. */
const DRAWINGS: Readonly<Record<MediaList, string>> = {
  liked:
    'M5 7.2L7.8 2a1.6 1.6 0 0 1 1.5 2l-.5 2.5h3.6a1.3 1.3 0 0 1 1.3 1.6l-1 4.4a1.3 1.3 0 0 1-1.3 1H5zm0 6.3H2.3V7.2H5z',
  disliked:
    'M11 8.8L8.2 14a1.6 1.6 0 0 1-1.5-2l.5-2.5H3.6a1.3 1.3 0 0 1-1.3-1.6l1-4.4a1.3 1.3 0 0 1 1.3-1H11zm0-6.3h2.7v6.3H11z',
  super_liked: 'M8 13.5S2.3 10 2.3 6.2A3 3 0 0 1 8 4.8a3 3 0 0 1 5.7 1.4C13.7 10 8 13.5 8 13.5z',
  watchlist: 'M4 2.5h8v11l-4-2.7-4 2.7z',
};

/** Props of {@link TitleSheetToggle}. */
interface TitleSheetToggleProps extends TitleSheetPartProps {
  list: MediaList;
}

/** Adds the title to a list of the profile, or removes it. */
export function TitleSheetToggle({ list, sheet, messages, classNames }: TitleSheetToggleProps) {
  const { isOn, isPending, toggle } = sheet.toggles[list];
  const text = messages.titleToggles[list];
  return (
    <button
      type="button"
      className={slotClass(classNames, 'toggle', 'discovr-TitleSheet-toggle')}
      aria-pressed={isOn}
      data-pending={isPending ? '' : undefined}
      disabled={isOn === undefined}
      onClick={toggle}
    >
      <Icon path={DRAWINGS[list]} />
      <StableLabel text={text} texts={[text]} />
    </button>
  );
}
