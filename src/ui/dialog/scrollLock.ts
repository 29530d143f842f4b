let lockCount = 0;
let unlockPage = () => undefined as void;

/**
 * Prevents the page from scrolling until the returned function is called. The page does not shift when its scroll bar
 * disappears. With several locks, it scrolls again when all are released.
 */
export function lockScroll(): () => void {
  if (lockCount === 0) unlockPage = lockPage();
  lockCount += 1;
  let isLocked = true;
  return () => {
    if (!isLocked) return;
    isLocked = false;
    lockCount -= 1;
    if (lockCount === 0) unlockPage();
  };
}

function lockPage(): () => void {
  const { documentElement: page } = document;
  const { style, clientWidth } = page;
  // The text direction does not decide on which side the scroll bar is.
  const side = page.getBoundingClientRect().left + window.scrollX > 0 ? 'paddingLeft' : 'paddingRight';
  const { overflow, [side]: padding } = style;
  const scrollBarWidth = clientWidth > 0 ? window.innerWidth - clientWidth : 0;
  style.overflow = 'hidden';
  if (scrollBarWidth > 0) style[side] = `${scrollBarWidth}px`;
  return () => {
    style.overflow = overflow;
    style[side] = padding;
  };
}
