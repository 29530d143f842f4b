'use client';

import { memo, useEffect, useImperativeHandle, useRef, useState, type RefObject } from 'react';
import type { HeroItem, MediaItem } from '../../api/media.js';
import type { RowItem } from '../../api/rows.js';
import { showsFocus } from '../../focus/focusable.js';
import { useLatestMethods } from '../../react/hooks.js';
import { usePrefetchPage } from '../../react/pages/usePage.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { ownerNow } from '../../react/query/useScoped.js';
import { startTimer } from '../../shared/time.js';
import { Hero, type HeroProps } from '../Hero/Hero.js';
import type { RailActions } from '../Rail/types.js';

interface PageHeroProps extends Omit<HeroProps, 'preview'> {
  /** Receives the function to call when a card gets the focus; `undefined` if the hero does not follow the focus. */
  noteFocus: RefObject<NoteFocus | null> | undefined;
}

/** Renders the hero of a page. Only the hero renders again when the focus moves to another card. */
export const PageHero = memo(function PageHero({ noteFocus, ...rest }: PageHeroProps) {
  return <Hero {...rest} preview={useFocusedTitle(noteFocus, rest.items)} />;
});

/** Notes that the focus is on the card of an item. */
export type NoteFocus = (item: RowItem, card: Element) => void;

/** How long the focus rests on a card before its title is shown, in milliseconds. */
const REST_MS = 300;

/**
 * Returns the title of the last card on which the keyboard focus has rested, once its image can be shown. Then loads its
 * details, if they are unknown. Loads nothing for a card that the focus only passes.
 *
 * @param noteFocus receives the function to call when a card gets the focus. Without it, there is no title.
 * @param known titles with more facts than the items of rails have.
 * @returns another object each time, so that the hero shows a title again after the user has moved to another slide.
 */
function useFocusedTitle(
  noteFocus: RefObject<NoteFocus | null> | undefined,
  known: readonly HeroItem[],
): HeroItem | undefined {
  const { client, queryClient, snapshots, renderImage } = useDiscovrContext('<DiscovrPage>');
  const [shown, setShown] = useState<HeroItem>();
  const stop = useRef<() => void>(undefined);
  const { show } = useLatestMethods({
    async show(item: MediaItem, card: Element) {
      // The user has moved on, the card was removed, or it was clicked.
      if (!showsFocus(card)) return;
      const { loadDetails, previewOf } = await import('./previewOf.js');
      const title = await previewOf(item, known, !renderImage);
      if (!showsFocus(card)) return;
      setShown(title);
      if (title.overview) return;
      const details = await loadDetails({ client, queryClient, owner: ownerNow(snapshots) }, title);
      if (showsFocus(card)) setShown(details);
    },
  });

  useImperativeHandle(
    noteFocus,
    () => (item, card) => {
      stop.current?.();
      // If the code of previews cannot be loaded, the hero stays as it is.
      if (item.type === 'media') stop.current = startTimer(() => void show(item, card).catch(() => undefined), REST_MS);
    },
    [show],
  );
  useEffect(() => () => stop.current?.(), []);

  return noteFocus && shown;
}

/**
 * Returns an `onItemIntent` handler that prefetches the page of a navigation item when a click on it is likely.
 *
 * @param onItemIntent handler of the app, which is called too.
 * @param noteFocus called when a card gets the focus.
 */
export function usePrefetchedDestinations(
  onItemIntent: RailActions['onItemIntent'],
  noteFocus: RefObject<NoteFocus | null>,
): NonNullable<RailActions['onItemIntent']> {
  const prefetch = usePrefetchPage();
  const cancel = useRef<() => void>(undefined);
  const methods = useLatestMethods<{ onItemIntent: NonNullable<RailActions['onItemIntent']> }>({
    onItemIntent(item, isLikely, event) {
      cancel.current?.();
      cancel.current = isLikely && item.type === 'navigation' ? prefetch({ pageId: item.pageId }) : undefined;
      if (event.type === 'focus') noteFocus.current?.(item, event.currentTarget);
      onItemIntent?.(item, isLikely, event);
    },
  });
  return methods.onItemIntent;
}
