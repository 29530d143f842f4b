import { flushSync } from 'react-dom';
import { pause } from '../../shared/time.js';
import { canMove } from '../../ui/motion.js';

/** Name of the poster of a card and of the head of the sheet, of which one becomes the other. */
const TITLE = 'discovr-title';
/** Name of the rest of a sheet that closes. */
const SHEET = 'discovr-sheet';

/** How long the picture of a sheet may take, in milliseconds. Then the sheet comes without the poster. */
const DECODING_MS = 100;

/** How far down a finger drags a sheet to close it, in CSS pixels. */
const CLOSING_PX = 96;

/**
 * Speed of a finger that closes a sheet before that, in CSS pixels per millisecond, the distance that it needs, and how
 * long it may rest before it is lifted.
 */
const FLICK = { speed: 0.6, distancePx: 24, pauseMs: 100 };

/** How long a sheet takes to move back to its place, in milliseconds. */
const SETTLING_MS = 200;

/** Screens on which the sheet fills the screen, as in the stylesheet. */
const PHONE = '(max-width: 719.98px)';

let running: ViewTransition | undefined;
/** Closes the sheet that the browser captures before it closes. */
let pendingClose: (() => void) | undefined;

/**
 * Lets the poster of the card that opened a sheet become the head of the sheet. Call it when the sheet is open and before
 * it is painted. If its picture takes too long, nothing moves but what the stylesheet moves.
 */
export async function arrive(dialog: HTMLElement, opener: HTMLElement | null): Promise<void> {
  if (!canTransition(dialog)) return;
  const [head, picture, poster] = [headOf(dialog), dialog.querySelector('img'), posterOf(opener)];
  if (!head || !picture || !poster) return;
  // What is named is not painted in its place, so the head is not there before the poster is on its way.
  head.style.opacity = '0';
  const isDecoded = picture.decode().then(
    () => true,
    () => false,
  );
  const isInTime = await Promise.race([isDecoded, pause(DECODING_MS).then(() => false)]);
  head.style.opacity = '';
  if (!isInTime || !dialog.isConnected || running) {
    if (dialog.isConnected) head.animate([{ opacity: 0 }, { opacity: 1 }], SETTLING_MS);
    return;
  }
  poster.style.viewTransitionName = TITLE;
  run(() => {
    poster.style.viewTransitionName = '';
    head.style.viewTransitionName = TITLE;
  }, [poster, head]);
}

/**
 * Closes a sheet: its head becomes the poster of the card that opened it, if the user can see that card. While a sheet is
 * still arriving, it closes at once.
 */
export function leave(dialog: HTMLElement, opener: HTMLElement | null, close: () => void): void {
  if (running ?? !canTransition(dialog)) {
    running?.skipTransition();
    return (pendingClose ?? close)();
  }
  const head = headOf(dialog);
  const poster = isInView(head) ? posterOf(opener) : null;
  const closeOnce = () => {
    if (pendingClose !== closeOnce) return;
    pendingClose = undefined;
    close();
  };
  pendingClose = closeOnce;
  dialog.style.viewTransitionName = SHEET;
  if (poster) head!.style.viewTransitionName = TITLE;
  run(() => {
    flushSync(closeOnce);
    dialog.style.viewTransitionName = '';
    if (!poster || dialog.isConnected) return;
    if (isInView(poster)) poster.style.viewTransitionName = TITLE;
  }, [dialog, poster, head]);
}

/** Starts a view transition of named elements. When it ends, none of them has a name. */
function run(update: () => void, named: readonly (HTMLElement | null)[]): void {
  const root = document.documentElement;
  // For the stylesheet: only what has a name moves, and the page stays live.
  root.dataset['discovrMoving'] = '';
  let transition: ViewTransition | undefined;
  const end = () => {
    if (running === transition) {
      running = undefined;
      delete root.dataset['discovrMoving'];
    }
    for (const element of named) if (element) element.style.viewTransitionName = '';
  };
  try {
    transition = document.startViewTransition(update);
  } catch {
    // The sheet closes all the same.
    update();
    return end();
  }
  running = transition;
  // Skipped when the tab is hidden or the window changes its size.
  transition.ready.catch(() => undefined);
  transition.finished.then(end, end);
}

/** Whether a transition can start: not while one of the app runs. */
const canTransition = (element: Element) =>
  'startViewTransition' in document && canMove(element) && !(document as ActiveTransition).activeViewTransition;

/** The property is missing in browsers before 2025, and in TypeScript. */
interface ActiveTransition {
  readonly activeViewTransition?: object | null;
}

const headOf = (dialog: Element) => dialog.querySelector<HTMLElement>('.discovr-TitleSheet-head');

/** Returns the poster of a card, if the user can see it. */
function posterOf(card: Element | null): HTMLElement | null {
  const poster = card?.querySelector<HTMLElement>('.discovr-Poster:has(img)') ?? null;
  return isInView(poster) ? poster : null;
}

function isInView(element: Element | null): boolean {
  if (!element?.isConnected) return false;
  const { left, right, top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
}

/**
 * Lets a finger drag a sheet down by its head, on a phone, while the sheet is at its top. Far enough or fast enough, that
 * closes the sheet, otherwise it moves back. Returns a function that stops it.
 *
 * Listens to touch events, because only these can decide with the first move whether the sheet is dragged or scrolls:
 * Safari has no `touch-action: pan-down`.
 */
export function dragToClose(dialog: HTMLElement, close: () => void): () => void {
  const head = headOf(dialog);
  if (!head) return () => undefined;
  let start: { x: number; y: number } | undefined;
  let last = { y: 0, at: 0, speed: 0 };
  let shift = 0;

  const settle = () => {
    const { transform } = dialog.style;
    dialog.style.transform = '';
    if (transform && canMove(dialog))
      dialog.animate([{ transform }, { transform: 'none' }], { duration: SETTLING_MS, easing: 'ease-out' });
  };
  const listeners = {
    touchstart({ touches }: TouchEvent) {
      const { clientX: x, clientY: y } = touches[0]!;
      // On a page that the user has zoomed with two fingers, one finger moves what is visible.
      const isZoomed = (window.visualViewport?.scale ?? 1) > 1.01;
      const isAtTop = dialog.firstElementChild!.scrollTop <= 0;
      const canDrag = touches.length === 1 && !isZoomed && isAtTop && matchMedia(PHONE).matches;
      start = canDrag ? { x, y } : undefined;
      shift = 0;
      settle();
    },
    touchmove(event: TouchEvent) {
      if (!start) return;
      const { clientX, clientY: y } = event.touches[0]!;
      const down = y - start.y;
      // The first move decides.
      if (shift === 0 && (down <= Math.abs(clientX - start.x) || !event.cancelable)) {
        start = undefined;
        return;
      }
      event.preventDefault();
      const { timeStamp: at } = event;
      last = { y, at, speed: shift === 0 ? 0 : (y - last.y) / Math.max(1, at - last.at) };
      shift = Math.max(1, down);
      dialog.style.transform = `translateY(${shift}px)`;
    },
    touchend({ timeStamp }: TouchEvent) {
      if (!start || shift === 0) return;
      start = undefined;
      const isFlick = timeStamp - last.at < FLICK.pauseMs && last.speed > FLICK.speed && shift > FLICK.distancePx;
      if (shift < CLOSING_PX && !isFlick) return settle();
      close();
      // Unless the app has closed it.
      void pause(2 * SETTLING_MS).then(() => dialog.isConnected && settle());
    },
    touchcancel() {
      start = undefined;
      settle();
    },
  };
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [type, listener] of all) head.addEventListener(type, listener, { passive: type !== 'touchmove' });
  return () => {
    for (const [type, listener] of all) head.removeEventListener(type, listener);
  };
}
