/** Selector of elements that can be in the tab order. Televisions of 2022 lack `:is()` and lists in `:not()`. */
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * Returns the descendants of an element that are in the tab order, in document order. Some may be hidden;
 * {@link focusFirst} skips those.
 */
export function focusableWithin(element: ParentNode | undefined): HTMLElement[] {
  const all = [...(element?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  return all.filter(
    (found) => found.tabIndex >= 0 && !found.matches(':disabled') && !found.closest('[inert], dialog:not([open])'),
  );
}

/**
 * Focuses the first element that accepts focus. Hidden elements need no check, because browsers do not focus them.
 *
 * @returns whether an element took focus.
 */
export function focusFirst(elements: readonly HTMLElement[], options?: FocusOptions): boolean {
  return elements.some((element) => {
    element.focus(options);
    const root = element.getRootNode();
    return 'activeElement' in root && root.activeElement === element;
  });
}

/** Whether a focused element shows its focus. Before Chromium 86, as on televisions of 2022, each one does. */
export function showsFocus(element: Element): boolean {
  try {
    return element.matches(':focus-visible');
  } catch {
    return element.matches(':focus');
  }
}
