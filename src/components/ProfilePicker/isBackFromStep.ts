import type { KeyboardEvent } from 'react';
import { isBackKey, isRemoteBack } from '../../focus/remote/remoteKeys.js';
import { isRemoteInUse } from '../../focus/remoteUse.js';

/**
 * Whether a key leads back to the tiles: the Back key of a remote control and, while one is in use, Escape and Backspace.
 * In a field that is being edited, Back ends the editing.
 */
export function isBackFromStep({ nativeEvent, currentTarget, target }: KeyboardEvent): boolean {
  if (nativeEvent.defaultPrevented || nativeEvent.repeat || (target as Element).matches(':read-write')) return false;
  return isRemoteBack(nativeEvent) || (isRemoteInUse(currentTarget) && isBackKey(nativeEvent));
}
