import { focusableWithin, focusFirst } from '../../focus/focusable.js';
import { isRemoteInUse } from '../../focus/remoteUse.js';

/**
 * With a remote control, moves the focus from the close button to the play control when it appears. Does nothing when
 * the user has moved to another control.
 *
 * @param play the element around the play control.
 */
export function focusPlay(play: HTMLElement): void {
  if (!isRemoteInUse(play) || !document.activeElement?.matches('.discovr-TitleSheet-close')) return;
  focusFirst(focusableWithin(play));
}
