/** Space that stays free at the edges of the screen, as a share of its width and height. Old sets cut off as much. */
const MARGIN = 0.05;

/**
 * Places a modal dialog over a field: at its start edge and in the middle of its height, and inside the screen. A dialog
 * that becomes narrower or wider keeps its start edge.
 */
export function placeOver(panel: HTMLElement, field: Element): void {
  // Without scroll bars, as for the position of the dialog.
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const around = field.getBoundingClientRect();
  const { offsetWidth, offsetHeight, style } = panel;
  const isRightToLeft = getComputedStyle(panel).direction === 'rtl';
  const start = isRightToLeft ? width - around.right : around.left;
  const top = (around.top + around.bottom - offsetHeight) / 2;
  style.left = style.right = 'auto';
  style[isRightToLeft ? 'right' : 'left'] = `${between(width * MARGIN, start, width * (1 - MARGIN) - offsetWidth)}px`;
  style.top = `${between(height * MARGIN, top, height * (1 - MARGIN) - offsetHeight)}px`;
}

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high));
