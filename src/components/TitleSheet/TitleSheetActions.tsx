'use client';

import { mediaLists, type MediaList } from '../../api/schemas/list.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { joinClasses } from '../../ui/classNames.js';
import { Icon, type IconName } from '../../ui/Icon.js';
import { percentText } from './titleFacts.js';
import type { TitleSheetPartProps } from './partProps.js';
import { TitleSheetNote } from './TitleSheetNote.js';
import type { PlayDetails, RenderPlay } from './types.js';

const ICONS: Readonly<Record<MediaList, IconName>> = {
  liked: 'like',
  disliked: 'dislike',
  super_liked: 'superLike',
  watchlist: 'watchlist',
};

/** Props of {@link TitleSheetActions}. */
export interface TitleSheetActionsProps extends TitleSheetPartProps {
  mediaId: string;
  renderPlay: RenderPlay | undefined;
  onPlay: ((details: PlayDetails) => void) | undefined;
}

/** What a person can do with a title: play it, and say what they think of it. Their places are there from the start. */
export function TitleSheetActions(props: TitleSheetActionsProps) {
  const { mediaId, sheet, renderPlay, onPlay, messages, classNames } = props;
  const words = messages.titleSheet;
  const { media, meta, isMetaLoading } = sheet;
  const details = { mediaId, media, meta, ...sheet.resume, label: playLabel(props) };
  return (
    <div className="discovr-TitleSheet-actions">
      {(renderPlay ?? onPlay) && (
        <div
          className={joinClasses('discovr-TitleSheet-play', classNames.play)}
          data-placeholder={isMetaLoading ? '' : undefined}
        >
          {/* Not before it is known where to go on; of a title about which nothing is known, not at all. */}
          {!isMetaLoading &&
            (media ?? meta) &&
            (renderPlay?.(details) ?? (
              <button
                type="button"
                className={joinClasses('discovr-Button', classNames.playButton)}
                data-variant="main"
                onClick={() => onPlay?.(details)}
              >
                <Icon name="play" /> {details.label}
              </button>
            ))}
        </div>
      )}
      <div role="group" aria-label={words.opinion} className="discovr-TitleSheet-toggles">
        {mediaLists.map((list) => {
          const { isOn, isPending, toggle } = sheet.toggles[list];
          return (
            <button
              key={list}
              type="button"
              className={joinClasses('discovr-TitleSheet-toggle', classNames.toggle)}
              aria-pressed={isOn}
              data-pending={isPending ? '' : undefined}
              disabled={isOn === undefined}
              onClick={toggle}
            >
              <Icon name={ICONS[list]} />
              {messages.titleToggles[list]}
            </button>
          );
        })}
      </div>
      <TitleSheetNote {...props} />
    </div>
  );
}

function playLabel({ sheet: { resume }, messages, locale }: TitleSheetPartProps): string {
  const words = messages.titleSheet;
  if (!resume) return words.play;
  const { progress, season, episode } = resume;
  if (season !== undefined && episode !== undefined) {
    return formatMessage(words.resumeEpisode, { season, episode }, locale);
  }
  return formatMessage(words.resume, { percent: percentText(progress, locale) });
}
