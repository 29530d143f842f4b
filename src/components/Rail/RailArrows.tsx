'use client';

import type { MouseEvent } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { backIcon, forwardIcon, Icon } from '../../ui/Icon.js';
import { joinClasses } from '../../ui/classNames.js';
import type { UseRailResult } from './useRail.js';

/** Props of {@link RailArrows}. */
export interface RailArrowsProps {
  rail: Pick<UseRailResult, 'canScrollBack' | 'canScrollForward' | 'scrollBack' | 'scrollForward'>;
  title: string;
  texts: Messages['page'];
  className: string | undefined;
}

/**
 * Renders the two buttons that scroll a rail, for the mouse. They are not tab stops, because the keyboard scrolls with
 * the arrow keys. They have accessible names, so that users of voice control can click them. While they are invisible,
 * the stylesheet hides them from screen readers too.
 */
export function RailArrows({ rail, title, texts, className }: RailArrowsProps) {
  const arrows = [
    { side: 'back', isThere: rail.canScrollBack, scroll: rail.scrollBack, label: texts.scrollBack },
    { side: 'forward', isThere: rail.canScrollForward, scroll: rail.scrollForward, label: texts.scrollForward },
  ] as const;
  return arrows.map(
    ({ side, isThere, scroll, label }) =>
      isThere && (
        <button
          key={side}
          type="button"
          className={joinClasses('discovr-Rail-arrow', className)}
          data-side={side}
          tabIndex={-1}
          aria-label={formatMessage(label, { title })}
          // The focus stays where it is, because this button is removed when the rail reaches its end.
          onMouseDown={keepFocus}
          onClick={scroll}
        >
          <Icon path={side === 'back' ? backIcon : forwardIcon} />
        </button>
      ),
  );
}

const keepFocus = (event: MouseEvent) => event.preventDefault();
