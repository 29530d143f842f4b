/** Selector of elements in the tab order. */
const FOCUSABLE = ':is(a[href], button, input, select, textarea, [tabindex]):not([tabindex="-1"], :disabled)';

/**
 * Returns the descendants of an element that are in the tab order, in document order. Some may be hidden;
 * {@link focusFirst} skips those.
 */
export function focusableWithin(element: Element | undefined): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((found) => !found.closest('[inert]'));
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
