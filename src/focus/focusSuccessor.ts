import { focusFirst } from './focusable.js';
import type { Edges } from './geometry.js';
import { focusNear } from './moveFocus.js';
import { topScope } from './topScope.js';

/** Where a control is, to find what takes its place after it is removed. A removed element has no ancestors. */
export interface ControlPlace {
  readonly control: HTMLElement;
  readonly ancestors: readonly HTMLElement[];
  readonly edges: Edges;
  /** Id of the item that a card shows. */
  readonly itemId: string | undefined;
  /** Position of a card in its rail. */
  readonly position: number;
  readonly rowId: string | undefined;
  /** Position of the rail on the page; -1 outside of rails. */
  readonly railIndex: number;
}

/** Returns the place of a control. Reads layout. */
export function placeOfControl(control: HTMLElement): ControlPlace {
  const rail = control.closest<HTMLElement>(RAIL);
  return {
    control,
    ancestors: ancestorsOf(control),
    edges: control.getBoundingClientRect(),
    itemId: control.dataset['itemId'],
    position: Number(control.closest<HTMLElement>(POSITION)?.dataset['position'] ?? 0),
    rowId: rail?.dataset['rowId'],
    railIndex: rail ? all(control.ownerDocument.body, RAIL).indexOf(rail) : -1,
  };
}

/**
 * Focuses a control again, or what took its place: the card of the same item, otherwise the card at the same place of
 * the rail, otherwise the nearest control. Returns whether there is one.
 */
export function focusSuccessor(place: ControlPlace): boolean {
  const { control, ancestors, edges } = place;
  if (focusFirst([control])) return true;
  const scope = topScope(control.ownerDocument.body);
  if (focusFirst(successorsIn(scope, place))) return true;
  const areas = ancestors.filter((ancestor) => ancestor.isConnected && scope.contains(ancestor));
  return [...areas, scope].some((area) => focusNear(area, edges));
}

const RAIL = '.discovr-Rail';
const POSITION = '[data-position]';

function successorsIn(scope: HTMLElement, { itemId, position, rowId, railIndex }: ControlPlace): HTMLElement[] {
  const cardsOf = (area: HTMLElement) =>
    all(area, '[data-item-id]').filter((card) => card.dataset['itemId'] === itemId);
  const rails = railIndex < 0 ? [] : all(scope, RAIL);
  const same = rails.find((rail) => rowId !== undefined && rail.dataset['rowId'] === rowId);
  // A page that replaces another one has other rows.
  const rail = same ?? rails[Math.min(railIndex, rails.length - 1)];
  const near = all(rail, POSITION).sort((a, b) => distance(a, position) - distance(b, position));
  return [
    ...(rail ? cardsOf(rail) : []),
    // While its row is still there, an item that was removed from it is not looked for in other rows.
    ...(same ? [] : cardsOf(scope)),
    ...near.flatMap((item) => all(item, 'a, button, [tabindex]')),
    // The list of a loading rail gives the focus to its first item.
    ...all(rail, '.discovr-Rail-list'),
  ];
}

const distance = (item: HTMLElement, position: number) => Math.abs(Number(item.dataset['position']) - position);

const all = (area: HTMLElement | undefined, selector: string) => [
  ...(area?.querySelectorAll<HTMLElement>(selector) ?? []),
];

function ancestorsOf({ parentElement }: HTMLElement): HTMLElement[] {
  return parentElement ? [parentElement, ...ancestorsOf(parentElement)] : [];
}
