import { areaOf } from './candidates.js';

/** Whether most of a control is on the screen. */
export function isInView(element: Element): boolean {
  return isInViewVertically(element) && isInViewSideways(element);
}

/** Whether most of the height of a control is on the screen. */
export function isInViewVertically(element: Element): boolean {
  const { top, bottom, height } = areaOf(element).getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0) >= Math.min(height, innerHeight) / 2;
}

/** Whether most of the width of a control is on the screen. */
export function isInViewSideways(element: Element): boolean {
  const { left, right, width } = areaOf(element).getBoundingClientRect();
  return Math.min(right, innerWidth) - Math.max(left, 0) >= Math.min(width, innerWidth) / 2;
}
