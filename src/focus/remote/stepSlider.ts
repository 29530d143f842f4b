import type { RemoteAction } from './remoteKeys.js';
import { stepNumber } from './stepNumber.js';

/** Changes the value of a native slider with the left and right keys. Returns whether it did. */
export function stepSlider(target: EventTarget | null, action: RemoteAction): boolean {
  if (!(target instanceof HTMLInputElement) || target.type !== 'range') return false;
  if (action !== 'left' && action !== 'right') return false;
  const isRightToLeft = getComputedStyle(target).direction === 'rtl';
  stepNumber(target, (action === 'right') === isRightToLeft ? -1 : 1);
  return true;
}
