/** Duration of a fading backdrop, in milliseconds. */
const BACKDROP_MS = 180;

/** Duration in which the others close the gap of what was removed, in milliseconds. */
const GAP_MS = 160;

/** Whether the user prefers reduced motion. jsdom and old engines may be unable to tell; they move nothing either. */
export function prefersReducedMotion(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
}

/**
 * Whether changes around an element may be animated. They are not if the user prefers reduced motion, nor on a television,
 * where only the focus moves. jsdom and browsers without animations change everything at once.
 */
export function canMove(element: Element): boolean {
  return 'animate' in element && !prefersReducedMotion() && !element.closest('[data-discovr-television]');
}

/**
 * Lets the backdrop of a dialog fade out after the dialog has closed. Call it before. An element of its own fades, because
 * the dialog may be removed at once. It takes no clicks.
 */
export function fadeBackdrop(dialog: HTMLDialogElement): void {
  if (!dialog.open || !canMove(dialog)) return;
  const veil = document.createElement('div');
  Object.assign(veil.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    width: '100%',
    height: '100%',
    zIndex: '2147483647',
    pointerEvents: 'none',
    backgroundColor: getComputedStyle(dialog, '::backdrop').backgroundColor,
  });
  document.body.append(veil);
  veil.animate([{ opacity: 1 }, { opacity: 0 }], BACKDROP_MS).onfinish = () => veil.remove();
}

/**
 * Lets the other elements of a list move to their new places when one is removed, instead of jumping. Call it before. An
 * element is recognized by its text, because a render may replace it.
 */
export function closeGap(list: HTMLElement): void {
  if (!canMove(list)) return;
  // Not the places in the window, because the user may scroll before the app removes the element.
  const placesOf = () =>
    new Map(
      // Chips are HTML elements.
      ([...list.children] as HTMLElement[]).map(
        (each) => [each.textContent, [each, each.offsetLeft, each.offsetTop]] as const,
      ),
    );
  const before = placesOf();
  const observer = new MutationObserver(() => {
    observer.disconnect();
    for (const [text, [each, left, top]] of placesOf()) {
      const [, fromLeft = left, fromTop = top] = before.get(text) ?? [];
      if (fromLeft === left && fromTop === top) continue;
      const transform = `translate(${fromLeft - left}px, ${fromTop - top}px)`;
      each.animate([{ transform }, { transform: 'none' }], { duration: GAP_MS, easing: 'ease-out' });
    }
  });
  observer.observe(list, { childList: true });
}
