import { focusFirst } from './focusable.js';
import type { Edges } from './geometry.js';
import { focusItem, placeOfItem, type ItemPlace } from './itemPlace.js';
import { focusNear } from './moveFocus.js';
import { topScope } from './topScope.js';

/** Where a control is, to find what takes its place after it is removed. A removed element has no ancestors. */
export interface ControlPlace extends ItemPlace {
  readonly control: HTMLElement;
  readonly ancestors: readonly HTMLElement[];
  readonly edges: Edges;
}

/** Returns the place of a control. Reads layout. */
export function placeOfControl(control: HTMLElement): ControlPlace {
  const edges = control.getBoundingClientRect();
  return { ...placeOfItem(control, document.body), control, ancestors: ancestorsOf(control), edges };
}

/**
 * Focuses a control again, or what took its place: the card of the same item, otherwise the card at the same place of
 * the rail, otherwise the nearest control. Returns whether there is one.
 */
export function focusSuccessor(place: ControlPlace): boolean {
  const { control, ancestors, edges } = place;
  if (focusFirst([control])) return true;
  const scope = topScope(document.body);
  if (focusItem(scope, place)) return true;
  const areas = ancestors.filter((ancestor) => ancestor.isConnected && scope.contains(ancestor));
  return [...areas, scope].some((area) => focusNear(area, edges));
}

function ancestorsOf({ parentElement }: HTMLElement): HTMLElement[] {
  return parentElement ? [parentElement, ...ancestorsOf(parentElement)] : [];
}
