/** What can have the focus, and is in the order of the Tab key. */
const FOCUSABLE = ':is(a[href], button, input, select, textarea, [tabindex]):not([tabindex="-1"], :disabled)';

/** Elements within another that take the focus by the Tab key, in the order of the document. */
export function focusableWithin(element: Element | undefined): HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((found) => !found.closest('[inert]'));
}
