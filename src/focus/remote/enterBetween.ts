import { areaOf, isCandidate, isSeen } from '../candidates.js';
import { focusableWithin } from '../focusable.js';
import { isReachable } from '../isReachable.js';
import { enter } from '../moveFocus.js';
import { isRemoteInUse } from '../remoteUse.js';

/**
 * Focuses a control between two parts of an area, such as a chip between the tabs and the hero. Starts at the line next to
 * `from`, with the first control in it. Does nothing while no remote control is in use.
 *
 * @param parts selector of all parts. The controls inside them do not count.
 * @returns whether a control took the focus.
 */
export function enterBetween(area: Element, from: Element, to: Element, parts: string): boolean {
  if (!isRemoteInUse(area)) return false;
  const isUpward = isBefore(to, from);
  const [above, below] = isUpward ? [to, from] : [from, to];
  // Filters before it measures, because measuring lays out rails that the browser skips.
  const between = focusableWithin(area).filter(
    (element) =>
      !element.closest(parts) &&
      isBefore(above, element) &&
      isBefore(element, below) &&
      isCandidate(element) &&
      isSeen(element),
  );
  const nearest = between[isUpward ? between.length - 1 : 0];
  if (!nearest) return false;
  const { top } = edgesOf(nearest);
  return between.some((element) => edgesOf(element).bottom > top && isReachable(element) && enter(element));
}

const edgesOf = (control: Element) => areaOf(control).getBoundingClientRect();

const isBefore = (one: Element, other: Element) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
