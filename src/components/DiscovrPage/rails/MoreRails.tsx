'use client';

import { memo, useEffect, useRef } from 'react';
import { useLatestMethods } from '../../../react/hooks.js';
import { useSharedRef } from '../../../ui/useSharedRef.js';
import { Rail, type RailProps } from '../../Rail/Rail.js';
import { useNearViewport } from '../../Rail/scrolling/useNearViewport.js';
import { railLoading } from './railLoading.js';
import type { RailTurns } from './railTurns.js';

/** Number of placeholder rails: `whole` fills a screen while no rail has loaded; `further` follows loaded rails. */
const PLACES = { whole: 4, further: 2 };

/** Renders again only when its props change, not on each step of a page that is loading. */
const PlaceholderRail = memo(Rail);
const NO_ITEMS: RailProps['items'] = [];

/** Props of {@link MoreRails}. */
export interface MoreRailsProps {
  /** Whether loaded rails precede the placeholders. */
  isFurther: boolean;
  /** Whether rows are loading. */
  isLoading: boolean;
  turns: RailTurns;
  /** Called to load more rows when the placeholders come near the viewport. */
  onNear: () => void;
  hasCaptions: boolean;
}

/**
 * Renders placeholders for rails that are loading. Use a different `key` for each batch: React then replaces the
 * placeholders instead of moving them, and nothing visible moves.
 */
export function MoreRails({ isFurther, isLoading, turns, onNear, hasCaptions }: MoreRailsProps) {
  const { isNear, watch } = useNearViewport();
  const methods = useLatestMethods({ onNear });
  const first = useRef<HTMLElement>(null);
  const firstRef = useSharedRef(watch, first);

  useEffect(
    () => (isNear && !isLoading && first.current ? turns.enter(first.current, () => methods.onNear()) : undefined),
    [isNear, isLoading, turns, methods],
  );

  return Array.from({ length: isFurther ? PLACES.further : PLACES.whole }, (_, index) => (
    <PlaceholderRail
      key={index}
      ref={index === 0 ? firstRef : undefined}
      loading={isFurther ? 'lazy' : railLoading(index)}
      type="media"
      items={NO_ITEMS}
      isLoading
      hasCaptions={hasCaptions}
    />
  ));
}
