import { showsFocus } from '../../focus/showsFocus.js';

/** Shortest time on an item that is reported, in milliseconds. */
const DWELL_MS = 1_000;

/**
 * Calls back when the keyboard focus leaves an item after at least a second. Hiding the tab counts as leaving. Returns a
 * function that stops this, after it has reported the item that has the focus.
 */
export function watchFocus(
  root: HTMLElement,
  selector: string,
  onDwelt: (item: Element, durationMs: number) => void,
): () => void {
  let focused: Element | null = null;
  let since = 0;
  const end = () => {
    const item = focused;
    const durationMs = Math.round(performance.now() - since);
    focused = null;
    if (item && durationMs >= DWELL_MS) onDwelt(item, durationMs);
  };
  const begin = (element: Element | null) => {
    const item = element && root.contains(element) && showsFocus(element) ? element.closest(selector) : null;
    if (item === focused) return;
    end();
    focused = item;
    since = performance.now();
  };
  const noteFocus = ({ target }: FocusEvent) => begin(target instanceof Element ? target : null);
  const noteBlur = ({ relatedTarget }: FocusEvent) => {
    // Between two controls of one item, the focus stays on the item. Elsewhere, `focusin` follows.
    if (!(relatedTarget instanceof Element) || relatedTarget.closest(selector) !== focused) end();
  };
  const noteVisibility = () => begin(document.visibilityState === 'hidden' ? null : document.activeElement);

  begin(document.activeElement);
  root.addEventListener('focusin', noteFocus);
  root.addEventListener('focusout', noteBlur);
  document.addEventListener('visibilitychange', noteVisibility);
  return () => {
    end();
    root.removeEventListener('focusin', noteFocus);
    root.removeEventListener('focusout', noteBlur);
    document.removeEventListener('visibilitychange', noteVisibility);
  };
}
