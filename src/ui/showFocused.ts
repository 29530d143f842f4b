import type { FocusEventHandler } from 'react';
import { showsFocus } from '../focus/showsFocus.js';

/**
 * When an element gets keyboard focus, scrolls it completely into view. Handles `onFocus`. In a row that scrolls,
 * browsers leave an element where it is when a part of it is visible.
 */
export const showFocused: FocusEventHandler<HTMLElement> = ({ target }) => {
  // A press of the pointer must not move what is under it. jsdom does not scroll.
  if (showsFocus(target)) target.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
};
