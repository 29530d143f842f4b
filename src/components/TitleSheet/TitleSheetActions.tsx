'use client';

import { mediaLists, type MediaList } from '../../api/facts.js';
import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import { isRemoteInUse } from '../../focus/scope.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Alert } from '../../ui/Announcement.js';
import { Icon, playIcon, watchlistIcon } from '../../ui/Icon.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { slotClass } from '../../ui/classNames.js';
import { lengthOf } from '../../ui/titleFacts.js';
import type { PlayDetails, TitleSheetProps } from './types.js';
import { percentText, watchedText, type TitleSheetPartProps } from './useTitleSheet.js';

/** Pairs of toggles. A pair wraps as a whole, so that no line has three toggles. */
const PAIRS = [mediaLists.slice(0, 2), mediaLists.slice(2)];

/** Props of {@link TitleSheetActions}. */
interface TitleSheetActionsProps extends TitleSheetPartProps {
  mediaId: string;
  renderPlay: TitleSheetProps['renderPlay'];
  onPlay: ((details: PlayDetails) => void) | undefined;
}

/** Play button and toggles of a title, and what failed when one was pressed. Their space is reserved from the start. */
export function TitleSheetActions(props: TitleSheetActionsProps) {
  const { mediaId, sheet, renderPlay, onPlay, messages, classNames } = props;
  const texts = messages.titleSheet;
  const { media, meta, isMetaLoading } = sheet;
  // The profile data has the resume point. If it fails to load, the facts are enough.
  const isPlayable = !isMetaLoading && (media ?? meta) !== undefined;
  const details = { mediaId, media, meta, ...sheet.resume, label: playLabel(props) };
  const { failedToggle } = sheet;
  return (
    <div className="discovr-TitleSheet-actions">
      {(renderPlay ?? onPlay) && (
        <div
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
          <WatchedProgress {...props} />
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
      <div className={slotClass(classNames, 'alert', 'discovr-TitleSheet-alert')}>
        <Alert text={failedToggle ? messages.titleNotSaved[failedToggle] : undefined} />
      </div>
    </div>
  );
}

type LabelContext = Pick<TitleSheetPartProps, 'sheet' | 'locale'> & { messages: Pick<Messages, 'titleSheet'> };

/** Shows how much of a title was watched, if it can be resumed. */
export const WatchedProgress = ({ sheet: { resume }, messages, locale }: LabelContext) =>
  resume && (
    <progress
      className="discovr-TitleSheet-progress"
      max={100}
      value={resume.progress}
      aria-label={watchedText(resume, { messages, locale })}
    />
  );

/** Returns the label of a play button: "Play", "Resume · 1 hr 4 min left", "Resume from 43%" or "Resume S2 E3". */
export function playLabel({ sheet: { media, resume }, messages, locale }: LabelContext): string {
  const texts = messages.titleSheet;
  if (!resume) return texts.play;
  const { progress, season, episode } = resume;
  if (season !== undefined && episode !== undefined) {
    return formatMessage(texts.resumeEpisode, { season, episode }, locale);
  }
  const runtime = Math.round(((media?.runtime ?? 0) * (100 - progress)) / 100);
  const length = lengthOf({ runtime }, texts.seasons, locale);
  if (length) return formatMessage(texts.resumeLeft, { length });
  return formatMessage(texts.resume, { percent: percentText(progress, locale) });
}

/** Icons of the toggles. Separate from the shared icons, so that only apps with the sheet bundle them. */
const DRAWINGS: Readonly<Record<MediaList, string>> = {
  liked:
    'M5 7.2L7.8 2a1.6 1.6 0 0 1 1.5 2l-.5 2.5h3.6a1.3 1.3 0 0 1 1.3 1.6l-1 4.4a1.3 1.3 0 0 1-1.3 1H5zm0 6.3H2.3V7.2H5z',
  disliked:
    'M11 8.8L8.2 14a1.6 1.6 0 0 1-1.5-2l.5-2.5H3.6a1.3 1.3 0 0 1-1.3-1.6l1-4.4a1.3 1.3 0 0 1 1.3-1H11zm0-6.3h2.7v6.3H11z',
  super_liked: 'M8 13.5S2.3 10 2.3 6.2A3 3 0 0 1 8 4.8a3 3 0 0 1 5.7 1.4C13.7 10 8 13.5 8 13.5z',
  watchlist: watchlistIcon,
};

/** Props of {@link TitleSheetToggle}. */
interface TitleSheetToggleProps extends TitleSheetPartProps {
  list: MediaList;
}

/** Adds the title to a list of the profile, or removes it. */
function TitleSheetToggle({ list, sheet, messages, classNames }: TitleSheetToggleProps) {
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

/**
 * With a remote control, moves the focus to the first control of a title, such as Play. Until it appears, the close
 * button has the focus, or the sheet itself where this button is hidden. Does nothing when the user has moved on.
 */
export function leaveHead(body: HTMLElement): void {
  const { activeElement } = document;
  if (
    !isRemoteInUse(body) ||
    !activeElement?.matches('dialog, .discovr-TitleSheet-body, .discovr-TitleSheet-close, .discovr-TitleSheet-title')
  )
    return;
  focusFirst(focusableWithin(body).slice(1));
}
