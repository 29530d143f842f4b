import { candidatesIn } from './candidates.js';
import { enterFirst } from './moveFocus.js';

/**
 * Selectors of what gets the focus first, in order: what the app asks for, then the hero, then the button of a
 * notice in place of a page, then the first group of a filter form, then the main content.
 */
const PREFERRED = [
  '[autofocus]',
  '[data-remote="first"]',
  '.discovr-Hero-slides',
  '.discovr-StateNotice[data-look="center"]',
  '.discovr-FilterGroup',
  'main, [role="main"]',
];

/**
 * Focuses the control that a user expects to have the focus first: the one that the app marks, the first action of the
 * hero, the button of a notice such as "Try again", the first group of a filter form, or the first control of the main
 * content. Returns whether there is one.
 */
export function focusInitially(scope: ParentNode): boolean {
  const candidates = candidatesIn(scope).map(({ element }) => element);
  const preferred = PREFERRED.flatMap((selector) => candidates.filter((element) => element.closest(selector)));
  return enterFirst([...preferred, ...candidates]);
}
