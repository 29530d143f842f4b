import { positionAfter, type KeyMove } from '../../ui/arrowKeys.js';

/** Returns the button that a key moves focus to, or `undefined` when that direction has no button. */
export function neighbor(buttons: readonly HTMLElement[], from: HTMLElement, move: KeyMove): HTMLElement | undefined {
  if (move === 'down') return nearestRow(buttons, from, (to, own) => to.top - own.bottom);
  if (move === 'up') return nearestRow(buttons, from, (to, own) => own.top - to.bottom);
  const position = positionAfter(move, buttons.indexOf(from), buttons.length);
  return position === undefined ? undefined : buttons[position];
}

type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>;

/** Returns the closest button in the next row. Measures positions, because CSS decides how many tiles fit in a row. */
function nearestRow(
  buttons: readonly HTMLElement[],
  from: HTMLElement,
  distance: (to: Box, own: Box) => number,
): HTMLElement | undefined {
  const own = from.getBoundingClientRect();
  const beyond = buttons
    .filter((button) => button !== from)
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .map(({ button, box }) => ({
      button,
      gap: Math.round(distance(box, own)),
      aside: Math.abs(box.left + box.right - own.left - own.right),
    }))
    .filter(({ gap }) => gap >= 0);
  // A two-line name makes a tile end lower than the other tiles of its row.
  const reach = Math.min(...beyond.map(({ gap }) => gap)) + own.height / 4;
  return beyond.filter(({ gap }) => gap <= reach).sort((a, b) => a.aside - b.aside)[0]?.button;
}
