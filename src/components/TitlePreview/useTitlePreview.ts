'use client';

import { useEffect, useState, type FocusEvent, type PointerEvent } from 'react';
import type { MediaItem } from '../../api/media.js';
import type { RowItem } from '../../api/rows.js';
import { startTimer } from '../../shared/time.js';

/** How long the mouse rests on a card before its preview opens, in milliseconds. */
const OPEN_AFTER_MS = 400;

/** How long a preview stays open after the mouse has left, in milliseconds: enough to reach it from the card. */
const CLOSE_AFTER_MS = 150;

/** Card and title of a preview. */
export interface PreviewedCard {
  readonly card: HTMLElement;
  readonly item: MediaItem;
}

/** Return value of {@link useTitlePreview}. */
export interface TitlePreviewController {
  /** The card with an open preview. */
  readonly shown: PreviewedCard | undefined;
  /** Pass it to the components with the cards: `<DiscovrPage>`, `<Rail>`, `<NavigationStack pageProps>`. */
  readonly onItemIntent: (
    item: RowItem,
    isLikely: boolean,
    event: FocusEvent<HTMLElement> | PointerEvent<HTMLElement>,
  ) => void;
  /** Keeps the preview open while the mouse is over it. */
  readonly keep: () => void;
  /** Closes the preview unless the mouse returns within 150 ms. */
  readonly leave: () => void;
  /** Closes the preview at once. */
  readonly close: () => void;
}

/**
 * Decides which card has a preview: the one on which the mouse has rested for 400 ms. The preview closes 150 ms after the
 * mouse has left card and preview, and at once when the user scrolls, presses a key or presses elsewhere. While the page
 * scrolls under a resting mouse, nothing opens. Keyboard, touch and remote control open no preview.
 *
 * @example
 * const preview = useTitlePreview();
 * <Rail … onItemIntent={preview.onItemIntent} />
 * <TitlePreview controller={preview} onPlay={play} />
 */
export function useTitlePreview(): TitlePreviewController {
  const [shown, setShown] = useState<PreviewedCard>();
  const [{ listen, ...controls }] = useState(() => createControls(setShown));
  useEffect(listen, [listen]);
  return { shown, ...controls };
}

/** Creates what opens and closes previews. It asks `setShown` to render. */
function createControls(setShown: (shown: PreviewedCard | undefined) => void) {
  let shown: PreviewedCard | undefined;
  let hovered: PreviewedCard | undefined;
  /** Whether the page has scrolled since the mouse last moved. */
  let hasScrolled = false;
  let stopOpening = () => {};
  let stopClosing = () => {};

  const keep = () => {
    stopOpening();
    stopClosing();
  };
  const show = (next: PreviewedCard | undefined) => {
    shown = next;
    setShown(next);
  };
  const openSoon = () => {
    stopOpening();
    stopOpening = startTimer(() => !hasScrolled && hovered?.card.isConnected && show(hovered), OPEN_AFTER_MS);
  };
  const leave = () => {
    keep();
    stopClosing = startTimer(() => show(undefined), CLOSE_AFTER_MS);
  };
  const close = () => {
    hovered = undefined;
    keep();
    show(undefined);
  };
  const onItemIntent: TitlePreviewController['onItemIntent'] = (item, isLikely, event) => {
    if (item.type !== 'media' || !('pointerType' in event) || event.pointerType !== 'mouse') return;
    const card = event.currentTarget;
    const isShown = card === shown?.card;
    hovered = isLikely ? { card, item } : undefined;
    if (isLikely && isShown) keep();
    else if (isLikely) openSoon();
    else if (isShown) leave();
    // The preview of another card goes on closing while the mouse crosses this one.
    else stopOpening();
  };

  const listeners = {
    scroll({ target }: Event) {
      hasScrolled = true;
      // A card that was removed is in no element.
      if (shown && (!shown.card.isConnected || (target as Node).contains(shown.card))) close();
    },
    // After a scroll, browsers report that the mouse has entered what is now under it, although it has not moved.
    pointermove({ pointerType, movementX, movementY }: globalThis.PointerEvent) {
      if (!hasScrolled || pointerType !== 'mouse' || (movementX === 0 && movementY === 0)) return;
      hasScrolled = false;
      if (hovered && hovered.card !== shown?.card) openSoon();
    },
    keydown(event: KeyboardEvent) {
      const { key, target } = event;
      // Escape closes only the preview, and does not lead to the previous page too.
      if (shown && key === 'Escape') event.stopPropagation();
      const isInside = target instanceof Element && target.closest('[data-title-preview]') !== null;
      // A button of the preview has the focus after a click. It handles its keys.
      if (isInside ? key === 'Escape' : !/^(Shift|Control|Alt|Meta)$/.test(key)) close();
    },
    pointerdown({ target }: Event) {
      if (!(target as Element).closest?.('[data-title-preview]')) close();
    },
  };
  const listen = () => {
    const options = { capture: true, passive: true };
    const all = Object.entries(listeners) as [string, EventListener][];
    for (const [type, listener] of all) window.addEventListener(type, listener, options);
    return () => {
      for (const [type, listener] of all) window.removeEventListener(type, listener, options);
      keep();
    };
  };
  return { onItemIntent, keep, leave, close, listen };
}
