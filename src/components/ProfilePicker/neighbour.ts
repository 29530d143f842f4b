/** Finds the button an arrow key, Home or End leads to from a button; `undefined` where there is none that way. */
export function neighbour(
  buttons: readonly HTMLElement[],
  from: HTMLElement,
  key: string,
  isRightToLeft: boolean,
): HTMLElement | undefined {
  const alike = buttons.filter((button) => button.dataset['action'] === from.dataset['action']);
  const index = alike.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return alike[index + (isRightToLeft ? -1 : 1)];
    case 'ArrowLeft':
      return alike[index + (isRightToLeft ? 1 : -1)];
    case 'ArrowDown':
      return nearestRow(buttons, from, (to, own) => to.top - own.bottom);
    case 'ArrowUp':
      return nearestRow(buttons, from, (to, own) => own.top - to.bottom);
    case 'Home':
      return alike[0];
    case 'End':
      return alike.at(-1);
    default:
      return undefined;
  }
}

type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>;

/** Rows are told apart by where they are: how many tiles stand in one is the stylesheet's. */
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
  // A name of two lines makes a tile end lower than others of its row.
  const reach = Math.min(...beyond.map(({ gap }) => gap)) + own.height / 4;
  return beyond.filter(({ gap }) => gap <= reach).sort((a, b) => a.aside - b.aside)[0]?.button;
}
