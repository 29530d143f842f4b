import { GROUP } from './candidates.js';
import { focusFirst } from './focusable.js';
import type { Edges } from './geometry.js';
import { topScope } from './scope.js';
import { controlsNear, enter } from './spatialMove.js';

/** Where a control is, to find what takes its place after it is removed. A removed element has no ancestors. */
interface ControlPlace extends ItemPlace {
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
 *
 * @param enterFirst focuses the first of the nearest controls that the user can see.
 */
export function focusSuccessor(place: ControlPlace, enterFirst = enterAny): boolean {
  const { control, ancestors, edges } = place;
  if (focusFirst([control])) return true;
  const scope = topScope(document.body);
  if (focusItem(scope, place)) return true;
  const areas = ancestors.filter((ancestor) => ancestor.isConnected && scope.contains(ancestor));
  return [...areas, scope].some((area) => enterFirst(controlsNear(area, edges)));
}

const enterAny = (controls: readonly HTMLElement[]) => controls.some(enter);

function ancestorsOf({ parentElement }: HTMLElement): HTMLElement[] {
  return parentElement ? [parentElement, ...ancestorsOf(parentElement)] : [];
}

/**
 * Which item of which row a control belongs to. It also finds the control when its elements have been replaced, as on the
 * next visit.
 */
export interface ItemPlace {
  /** Id of the item that a card shows. */
  readonly itemId: string | undefined;
  /** Position of a card in its rail. */
  readonly position: number;
  readonly rowId: string | undefined;
  /** Position of the rail among those of an area; -1 outside of rails. */
  readonly railIndex: number;
}

const RAIL = '[data-rail-stop="rail"]';
const POSITION = '[data-position]';

/** Returns the place of a control, or of what is in one, among the rails of an area. */
export function placeOfItem(control: Element, area: HTMLElement): ItemPlace {
  const rail = control.closest<HTMLElement>(RAIL);
  return {
    itemId: control.closest<HTMLElement>('[data-item-id]')?.dataset['itemId'],
    position: Number(control.closest<HTMLElement>(POSITION)?.dataset['position'] ?? 0),
    rowId: control.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'],
    railIndex: rail ? all(area, RAIL).indexOf(rail) : -1,
  };
}

/**
 * Focuses the card of an item, otherwise the card at the same place of its rail. Returns whether there is one.
 *
 * @param place its rail may have been replaced by another one at the same place of the area.
 */
export function focusItem(area: HTMLElement, { itemId, position, rowId, railIndex }: ItemPlace): boolean {
  const cardsOf = (some: HTMLElement) =>
    all(some, '[data-item-id]').filter((card) => card.dataset['itemId'] === itemId);
  const rails = railIndex < 0 ? [] : all(area, RAIL);
  const same = rails.find((rail) => rowId !== undefined && rail.dataset['rowId'] === rowId);
  const rail = same ?? rails[Math.min(railIndex, rails.length - 1)];
  const near = all(rail, POSITION).sort((a, b) => distance(a, position) - distance(b, position));
  return focusFirst([
    ...(rail ? cardsOf(rail) : []),
    // While its row is still there, an item that was removed from it is not looked for in other rows.
    ...(same ? [] : cardsOf(area)),
    ...near.flatMap((item) => all(item, 'a, button, [tabindex]')),
    // The list of a loading rail gives the focus to its first item.
    ...all(rail, GROUP),
  ]);
}

const distance = (item: HTMLElement, position: number) => Math.abs(Number(item.dataset['position']) - position);

const all = (area: HTMLElement | undefined, selector: string) => [
  ...(area?.querySelectorAll<HTMLElement>(selector) ?? []),
];
