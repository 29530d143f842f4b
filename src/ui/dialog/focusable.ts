/** What can have the focus, and is in the order of the Tab key. */
const FOCUSABLE = ':is(a[href], button, input, select, textarea, [tabindex]):not([tabindex="-1"], :disabled)';

/**
 * Elements within another that are in the order of the Tab key, as they stand in the document. Hidden ones may be among
 * them; {@link focusFirst} passes over those.
 */
export function focusableWithin(element: Element | undefined): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((found) => !found.closest('[inert]'));
}

/**
 * Gives the focus to the first of some elements that takes it. A browser knows best which are hidden, and refuses them;
 * so nothing is measured of those that follow.
 *
 * @returns whether one took it.
 */
export function focusFirst(elements: readonly HTMLElement[], options?: FocusOptions): boolean {
  return elements.some((element) => {
    element.focus(options);
    const root = element.getRootNode();
    return 'activeElement' in root && root.activeElement === element;
  });
}
