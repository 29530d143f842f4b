'use client';

import { useEffect, useRef } from 'react';
import { mediaLists } from '../../api/facts.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { Icon } from '../../ui/Icon.js';
import { playIcon } from '../../ui/icons.js';
import { slotClass } from '../../ui/slotClass.js';
import { focusPlay } from './focusPlay.js';
import { percentText } from './percentText.js';
import type { TitleSheetPartProps } from './partProps.js';
import { TitleSheetNote } from './TitleSheetNote.js';
import { TitleSheetToggle } from './TitleSheetToggle.js';
import type { PlayDetails, RenderPlay } from './types.js';

/** Pairs of toggles. A pair wraps as a whole, so that no line has three toggles. */
const PAIRS = [mediaLists.slice(0, 2), mediaLists.slice(2)];

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
  // The profile data has the resume point. If it fails to load, the facts are enough.
  const isPlayable = !isMetaLoading && (media ?? meta) !== undefined;
  const play = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isPlayable && play.current) focusPlay(play.current);
  }, [isPlayable, mediaId]);
  const details = { mediaId, media, meta, ...sheet.resume, label: playLabel(props) };
  return (
    <div className="discovr-TitleSheet-actions">
      {(renderPlay ?? onPlay) && (
        <div
          ref={play}
          className={slotClass(classNames, 'play', 'discovr-TitleSheet-play')}
          data-placeholder={isMetaLoading ? '' : undefined}
          data-remote="first"
        >
          {isPlayable &&
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
        {PAIRS.map((pair) => (
          <div key={pair[0]} className="discovr-TitleSheet-pair">
            {pair.map((list) => (
              <TitleSheetToggle key={list} list={list} {...props} />
            ))}
          </div>
        ))}
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
