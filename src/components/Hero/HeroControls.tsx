'use client';

import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Icon } from '../../ui/Icon.js';
import { backIcon, onIcon, pauseIcon, playIcon } from '../../ui/icons.js';
import { joinClasses } from '../../ui/slotClass.js';
import { StableLabel } from '../../ui/StableLabel.js';

/** Props of {@link HeroControls}. */
export interface HeroControlsProps {
  index: number;
  count: number;
  /** Whether slides change automatically; absent when `autoPlayMs` is not set. */
  isPlaying: boolean | undefined;
  onTogglePlaying: () => void;
  onGoTo: (index: number) => void;
  words: Messages['page'];
  locale: string;
  className: string | undefined;
}

/** Renders the position in a hero and the buttons that change it. */
export function HeroControls(props: HeroControlsProps) {
  const { index, count, isPlaying, onTogglePlaying, onGoTo, words, locale, className } = props;
  const position = (number: number) => formatMessage(words.position, { number, count }, locale);
  return (
    <div className={joinClasses('discovr-Hero-controls', className)}>
      {isPlaying !== undefined && (
        <button
          type="button"
          className="discovr-Hero-button"
          data-auto-play=""
          aria-label={isPlaying ? words.pause : words.play}
          onClick={onTogglePlaying}
        >
          <Icon path={isPlaying ? pauseIcon : playIcon} />
        </button>
      )}
      <button
        type="button"
        className="discovr-Hero-button"
        data-side="back"
        aria-label={words.previous}
        onClick={() => onGoTo(index - 1)}
      >
        <Icon path={backIcon} />
      </button>
      <span className="discovr-Hero-position">
        <StableLabel text={position(index + 1)} texts={[position(count)]} />
      </span>
      <button
        type="button"
        className="discovr-Hero-button"
        data-side="on"
        aria-label={words.next}
        onClick={() => onGoTo(index + 1)}
      >
        <Icon path={onIcon} />
      </button>
    </div>
  );
}
