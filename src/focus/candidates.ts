import { focusableWithin } from './focusable.js';
import type { Edges } from './geometry.js';
import { isShown } from './isShown.js';

/** Selector of what a remote control ignores. */
const SKIPPED = '[data-remote="skip"]';

/** Selector of groups with one tab stop. A remote control enters a group at its tab stop. */
export const GROUP = '[data-remote="group"]';

/** An element that a remote control can focus, with the edges of what the user sees of it. */
export interface Candidate {
  readonly element: HTMLElement;
  readonly edges: Edges;
}

/**
 * Lists what a remote control can focus inside an element, in document order. Reads layout.
 *
 * @param origin the focused element. The controls of a group that does not contain it get the edges of the whole group.
 */
export function candidatesIn(scope: ParentNode, origin?: Element | null): Candidate[] {
  return focusableWithin(scope)
    .filter((element) => element !== origin && isCandidate(element))
    .map((element) => ({ element, edges: edgesFrom(element, origin) }));
}

/** Whether an element is a visible control. */
export function isCandidate(element: Element): boolean {
  return (
    !element.matches(':disabled') &&
    !element.closest('[inert]') &&
    !element.closest(SKIPPED) &&
    isShown(areaOf(element))
  );
}

/** Returns what the user sees of a control: of a styled checkbox or radio button, only the label is visible. */
export function areaOf(element: Element): Element {
  const isOption = element.matches('input[type="checkbox"], input[type="radio"]');
  return (isOption && element.closest('label')) || element;
}

function edgesFrom(element: HTMLElement, origin: Element | null | undefined): Edges {
  const group = element.closest(GROUP);
  return (group && !group.contains(origin ?? null) ? group : areaOf(element)).getBoundingClientRect();
}
