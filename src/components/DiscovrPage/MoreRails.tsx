'use client';

import { useEffect, useState } from 'react';
import { useLatestMethods } from '../../react/useLatestMethods.js';
import { Rail } from '../Rail/Rail.js';
import { useNearViewport } from '../Rail/scrolling/useNearViewport.js';

/** Rails to come that fill a screen, and those shown where a page goes on. */
const PLACES = { whole: 4, further: 2 };

/** Props of {@link MoreRails}. */
export interface MoreRailsProps {
  /** Whether rails stand before. */
  isFurther: boolean;
  /** Whether some are on their way. */
  isLoading: boolean;
  /** Asks for the next ones when they come near the viewport. */
  onNear: () => void;
  hasCaptions: boolean;
}

/** Places of the rails to come. To be mounted anew with each part: places are replaced, not filled, so nothing seen moves. */
export function MoreRails({ isFurther, isLoading, onNear, hasCaptions }: MoreRailsProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const isNear = useNearViewport(element);
  const methods = useLatestMethods({ onNear });

  useEffect(() => {
    if (isNear && !isLoading) methods.onNear();
  }, [isNear, isLoading, methods]);

  return Array.from({ length: isFurther ? PLACES.further : PLACES.whole }, (_, index) => (
    <Rail
      key={index}
      ref={index === 0 ? setElement : undefined}
      type="media"
      items={[]}
      isLoading
      hasCaptions={hasCaptions}
    />
  ));
}
