'use client';

import { mediaLists, type MediaList } from '../../api/schemas/titles/list.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { Icon } from '../../ui/Icon.js';
import { playIcon } from '../../ui/icons.js';
import { slotClass } from '../../ui/slotClass.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { percentText } from './titleFacts.js';
import type { TitleSheetPartProps } from './partProps.js';
import { TitleSheetNote } from './TitleSheetNote.js';
import type { PlayDetails, RenderPlay } from './types.js';

/** Icons of the toggles. Separate from the shared icons, so that only apps with the sheet bundle them. */
const DRAWINGS: Readonly<Record<MediaList, string>> = {
  liked:
    'M5 7.2L7.8 2a1.6 1.6 0 0 1 1.5 2l-.5 2.5h3.6a1.3 1.3 0 0 1 1.3 1.6l-1 4.4a1.3 1.3 0 0 1-1.3 1H5zm0 6.3H2.3V7.2H5z',
  disliked:
    'M11 8.8L8.2 14a1.6 1.6 0 0 1-1.5-2l.5-2.5H3.6a1.3 1.3 0 0 1-1.3-1.6l1-4.4a1.3 1.3 0 0 1 1.3-1H11zm0-6.3h2.7v6.3H11z',
  super_liked: 'M8 13.5S2.3 10 2.3 6.2A3 3 0 0 1 8 4.8a3 3 0 0 1 5.7 1.4C13.7 10 8 13.5 8 13.5z',
  watchlist: 'M4 2.5h8v11l-4-2.7-4 2.7z',
};

/** Props of {@link TitleSheetActions}. */
export interface TitleSheetActionsProps extends TitleSheetPartProps {
  mediaId: string;
  renderPlay: RenderPlay | undefined;
  onPlay: ((details: PlayDetails) => void) | undefined;
}

/** Play button and toggles of a title. Their space is reserved from the start. */
export function TitleSheetActions(props: TitleSheetActionsProps) {
  const { mediaId, sheet, renderPlay, onPlay, messages, classNames } = props;
  const texts = messages.titleSheet;
  const { media, meta, isMetaLoading } = sheet;
  const details = { mediaId, media, meta, ...sheet.resume, label: playLabel(props) };
  return (
    <div className="discovr-TitleSheet-actions">
      {(renderPlay ?? onPlay) && (
        <div
          className={slotClass(classNames, 'play', 'discovr-TitleSheet-play')}
          data-placeholder={isMetaLoading ? '' : undefined}
        >
          {/* Waits for the profile data, which has the resume point. If it fails to load, the facts are enough. */}
          {!isMetaLoading &&
            (media ?? meta) &&
            (renderPlay?.(details) ?? (
              <button
                type="button"
                className={slotClass(classNames, 'playButton', 'discovr-Button')}
                data-variant="main"
                onClick={() => onPlay?.(details)}
              >
                <Icon path={playIcon} /> <span className="discovr-Button-text">{details.label}</span>
              </button>
            ))}
        </div>
      )}
      <div role="group" aria-label={texts.opinion} className="discovr-TitleSheet-toggles">
        {mediaLists.map((list) => {
          const { isOn, isPending, toggle } = sheet.toggles[list];
          return (
            <button
              key={list}
              type="button"
              className={slotClass(classNames, 'toggle', 'discovr-TitleSheet-toggle')}
              aria-pressed={isOn}
              data-pending={isPending ? '' : undefined}
              disabled={isOn === undefined}
              onClick={toggle}
            >
              <Icon path={DRAWINGS[list]} />
              <StableLabel text={messages.titleToggles[list]} texts={[messages.titleToggles[list]]} />
            </button>
          );
        })}
      </div>
      <TitleSheetNote {...props} />
    </div>
  );
}

function playLabel({ sheet: { resume }, messages, locale }: TitleSheetPartProps): string {
  const texts = messages.titleSheet;
  if (!resume) return texts.play;
  const { progress, season, episode } = resume;
  if (season !== undefined && episode !== undefined) {
    return formatMessage(texts.resumeEpisode, { season, episode }, locale);
  }
  return formatMessage(texts.resume, { percent: percentText(progress, locale) });
}
