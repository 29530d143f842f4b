'use client';

import { useEffect, useState, type FocusEvent } from 'react';
import { startInterval } from '../../api/time/startInterval.js';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion.js';

/** What {@link useAutoPlay} gives. */
export interface UseAutoPlayResult {
  /** Whether slides change by themselves, but for a moment's rest. */
  readonly isPlaying: boolean;
  readonly toggle: () => void;
  /** Props of what rests while a mouse is over it or it has the focus. */
  readonly restProps: {
    onMouseEnter: () => void;
    onMouseLeave: () => void;
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/**
 * Does something again and again until a person stops it (WCAG 2.2.2). It rests while the mouse or the focus is there and
 * while the page is hidden, and does not begin by itself where the person asked for less motion.
 *
 * @param everyMs milliseconds between; `undefined`, and what is no positive number, for never.
 * @param step the time begins anew where it changes.
 */
export function useAutoPlay(everyMs: number | undefined, step: number, onStep: () => void): UseAutoPlayResult {
  const isStill = usePrefersReducedMotion();
  const [wish, setWish] = useState<boolean>();
  const [isHovered, setIsHovered] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const isPlaying = everyMs !== undefined && everyMs > 0 && (wish ?? !isStill);
  const isRunning = isPlaying && !isHovered && !isFocused;

  useEffect(() => {
    if (!isRunning) return undefined;
    return startInterval(() => {
      if (document.visibilityState === 'visible') onStep();
    }, everyMs);
  }, [isRunning, everyMs, step, onStep]);

  return {
    isPlaying,
    toggle: () => setWish(!isPlaying),
    restProps: {
      onMouseEnter: () => setIsHovered(true),
      onMouseLeave: () => setIsHovered(false),
      // The button that starts it has the focus when it does.
      onFocus: ({ target }) => setIsFocused(!target.hasAttribute('data-auto-play')),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setIsFocused(false);
      },
    },
  };
}
