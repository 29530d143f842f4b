import { candidatesIn } from '../candidates.js';
import { enter } from '../moveFocus.js';
import { isRemoteInUse } from '../remoteUse.js';

/**
 * Focuses a control between two parts of an area, such as a chip between the bar and the hero: the first control in the
 * line that is nearest to the part that the focus leaves. Does nothing while no remote control is in use.
 *
 * @param parts selector of all parts. The controls inside them do not count.
 * @returns whether a control took the focus.
 */
export function enterBetween(area: Element, from: Element, to: Element, parts: string): boolean {
  if (!isRemoteInUse(area)) return false;
  const isUpward = isBefore(to, from);
  const [above, below] = isUpward ? [to, from] : [from, to];
  const between = candidatesIn(area).filter(
    ({ element }) => !element.closest(parts) && isBefore(above, element) && isBefore(element, below),
  );
  const nearest = between[isUpward ? between.length - 1 : 0];
  return between.some(({ element, edges }) => edges.bottom > nearest!.edges.top && enter(element));
}

const isBefore = (one: Element, other: Element) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
