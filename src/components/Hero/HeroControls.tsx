'use client';

import type { HeroItem } from '../../api/media.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { backIcon, forwardIcon, Icon, pauseIcon, playIcon } from '../../ui/Icon.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { joinClasses } from '../../ui/classNames.js';

/** Props of {@link HeroControls}. */
interface HeroControlsProps {
  index: number;
  items: readonly HeroItem[];
  /** Whether slides change automatically; absent when `autoPlayMs` is not set. */
  isPlaying: boolean | undefined;
  onTogglePlaying: () => void;
  onGoTo: (index: number) => void;
  texts: Messages['page'];
  locale: string;
  className: string | undefined;
}

/** As many dots as fit on a phone. Above this number, the arrows stand in their place. */
const MAX_DOTS = 10;

/** Renders the position in a hero and the buttons that change it: arrows and, for narrow heroes, a dot for each title. */
export function HeroControls(props: HeroControlsProps) {
  const { index, items, isPlaying, onTogglePlaying, onGoTo, texts, locale, className } = props;
  const count = items.length;
  const position = (number: number) => formatMessage(texts.position, { number, count }, locale);
  return (
    <div
      className={joinClasses('discovr-Hero-controls', className)}
      data-can-play={isPlaying === undefined ? undefined : ''}
      data-dots={count <= MAX_DOTS ? '' : undefined}
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
      {count <= MAX_DOTS &&
        items.map(({ id, title }, at) => (
          <button
            key={id}
            type="button"
            className="discovr-Hero-dot"
            aria-label={formatMessage(texts.slideOf, { number: at + 1, count, title }, locale)}
            aria-current={at === index || undefined}
            onClick={() => onGoTo(at)}
          />
        ))}
    </div>
  );
}
