/** What the fuzz test sees of the page after a step. */
export interface Observation {
  /** What is wrong: with the focus, a click, or the console. */
  readonly faults: readonly string[];
  /** The focused element. */
  readonly focus: string;
  /** The level that Back leaves. */
  readonly level: 'dialog' | 'page' | 'root';
  /** Number of times that Back has left the app. */
  readonly exits: number;
  /** The code to approve, while the app shows one. */
  readonly code: string | undefined;
}

declare global {
  interface Window {
    /** Waits until the page has reacted to a step, and returns what is seen. */
    observe: () => Promise<Observation>;
    /** Counts an exit of the app. */
    exit: () => void;
  }
}

/** Frames for which a focused element may be outside the screen, while the page scrolls to it. */
const MOST_FRAMES = 180;

/**
 * Starts to record clicks and console messages, and defines `window.observe`.
 *
 * @param hasRemote whether the app is operated with a remote control, which keeps the focus on a visible control.
 */
export function startObserving(hasRemote: boolean): void {
  let exits = 0;
  let noted: string[] = [];
  let pressed: Element | null = null;
  let isHeld = false;
  /** A field that waits for OK, when OK is pressed. */
  let locked: HTMLInputElement | undefined;
  window.exit = () => {
    exits++;
  };
  const note = (...texts: unknown[]) => noted.push(texts.map(String).join(' '));
  Object.assign(console, { warn: note, error: note });
  addEventListener('error', ({ message }) => note(message));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
  const noteKey = ({ key, repeat }: KeyboardEvent) => {
    pressed = key === 'Enter' ? document.activeElement : null;
    isHeld = repeat;
    if (!repeat) locked = pressed instanceof HTMLInputElement && pressed.readOnly ? pressed : undefined;
  };
  const noteRelease = () => {
    if (locked && locked === document.activeElement && locked.readOnly) note(`OK did not open ${nameOf(locked)}`);
    locked = undefined;
    pressed = null;
  };
  addEventListener('keydown', noteKey, true);
  addEventListener('keyup', noteRelease, true);
  const noteClick = ({ target }: Event) => {
    if (!pressed || !(target instanceof Element)) return;
    if (isHeld) note(`a held OK clicked ${nameOf(target)}`);
    if (pressed.contains(target) || target.contains(pressed)) return;
    note(`OK on ${nameOf(pressed)} clicked ${nameOf(target)}`);
  };
  // Enter in a field submits its form: the browser clicks the submit button.
  if (hasRemote) addEventListener('click', noteClick, true);

  const faultNow = hasRemote ? faultOfFocus : watchLostFocus();
  window.observe = async () => {
    await frame();
    await frame();
    let fault = faultNow();
    // The focus must return at the latest in the frame after it was lost, and it may have been lost in this frame.
    const most = fault.startsWith(LOST) ? 1 : MOST_FRAMES;
    for (let waited = 0; fault && waited < most; waited++) {
      await frame();
      fault = faultNow();
    }
    const faults = fault ? [...noted, fault] : noted;
    noted = [];
    const isDialog = document.querySelector('dialog[open]') !== null;
    const isPage = document.querySelector('.discovr-NavigationHead-back') !== null;
    return {
      faults,
      focus: nameOf(document.activeElement),
      level: isDialog ? 'dialog' : isPage ? 'page' : 'root',
      exits,
      code: document.querySelector('.discovr-DeviceSignIn-code > [aria-hidden]')?.textContent?.replaceAll(' ', ''),
    };
  };
}

const frame = () => new Promise(requestAnimationFrame);

const LOST = 'nothing has the focus';

/** Returns what is wrong with the focus, or an empty text. */
function faultOfFocus(): string {
  const active = document.activeElement;
  // While nothing but a loading message is visible, nothing can have the focus.
  if (!active || active === document.body) return hasControl() ? LOST : '';
  const area = (active.matches('[type=checkbox], [type=radio]') && active.closest('label')) || active;
  const { top, bottom, left, right, width, height } = area.getBoundingClientRect();
  if (width <= 1 || height <= 1 || getComputedStyle(area).visibility !== 'visible')
    return `${nameOf(active)} is hidden`;
  const seenHeight = Math.min(bottom, innerHeight) - Math.max(top, 0);
  const seenWidth = Math.min(right, innerWidth) - Math.max(left, 0);
  if (seenHeight < Math.min(height, innerHeight) / 2 || seenWidth < Math.min(width, innerWidth) / 2) {
    const edges = [left, top, right, bottom].map(Math.round).join(' ');
    return `${nameOf(active)} is outside the screen: ${edges}`;
  }
  const modal = [...document.querySelectorAll('dialog[open]')].pop();
  return modal && !modal.contains(active) ? `${nameOf(active)} is behind a dialog` : '';
}

/**
 * Watches the focus of a keyboard. Returns a function that returns what is wrong, or an empty text: the focused element
 * was removed, hidden or disabled, and nothing has the focus. With Tab, the user can leave the page.
 */
function watchLostFocus(): () => string {
  let last: Element | undefined;
  const isGone = (element: Element) =>
    !element.isConnected || element.matches(':disabled') || element.getClientRects().length === 0;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = target;
  });
  document.addEventListener('focusout', ({ target }) => {
    // Chromium also reports a removal this way, just before it.
    requestAnimationFrame(() => {
      if (target === last && last !== document.activeElement && last && !isGone(last)) last = undefined;
    });
  });
  return () => {
    const isLost = document.activeElement === document.body && last !== undefined && isGone(last);
    return isLost ? `${LOST}, after ${nameOf(last!)}` : '';
  };
}

function hasControl(): boolean {
  return [...document.querySelectorAll('a[href], button, input')].some(
    (control) => !control.closest('[inert]') && control.getClientRects().length > 0,
  );
}

/** Names an element by its tag, class and text. */
function nameOf(element: Element | null): string {
  const text = element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  return `<${element?.localName} class="${element?.getAttribute('class')}"> ${text.slice(0, 40)}`;
}
