'use client';

import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Icon } from '../../ui/Icon.js';
import { backIcon, forwardIcon, pauseIcon, playIcon } from '../../ui/icons.js';
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
  texts: Messages['page'];
  locale: string;
  className: string | undefined;
}

/** Renders the position in a hero and the buttons that change it. */
export function HeroControls(props: HeroControlsProps) {
  const { index, count, isPlaying, onTogglePlaying, onGoTo, texts, locale, className } = props;
  const position = (number: number) => formatMessage(texts.position, { number, count }, locale);
  return (
    <div
      className={joinClasses('discovr-Hero-controls', className)}
      data-can-play={isPlaying === undefined ? undefined : ''}
    >
      {isPlaying !== undefined && (
        <button
          type="button"
          className="discovr-Hero-button"
          data-auto-play=""
          aria-label={isPlaying ? texts.pause : texts.play}
          onClick={onTogglePlaying}
        >
          <Icon path={isPlaying ? pauseIcon : playIcon} />
        </button>
      )}
      <button
        type="button"
        className="discovr-Hero-button"
        data-side="back"
        aria-label={texts.previous}
        onClick={() => onGoTo(index - 1)}
      >
        <Icon path={backIcon} />
      </button>
      <bdi className="discovr-Hero-position">
        <StableLabel text={position(index + 1)} texts={[position(count)]} />
      </bdi>
      <button
        type="button"
        className="discovr-Hero-button"
        data-side="forward"
        aria-label={texts.next}
        onClick={() => onGoTo(index + 1)}
      >
        <Icon path={forwardIcon} />
      </button>
    </div>
  );
}
