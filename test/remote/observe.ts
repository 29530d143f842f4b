/** What a page of the fuzz test records. */
export interface Observed {
  /** Number of times that Back left the app. */
  exits: number;
  /** Clicks by OK on something other than the focused element. */
  strayClicks: string[];
  /** Warnings and errors. */
  messages: string[];
}

declare global {
  interface Window {
    observed: Observed;
    /** Returns what is wrong with the focus now, or an empty text. */
    faultOfFocus: () => string;
    /** Returns the level that Back would leave: the open dialog, or the depth of the navigation. */
    levelOf: () => string;
    nameOf: typeof nameOf;
  }
}

/** Starts to record, and adds the functions of {@link Window}. */
export function observe(): void {
  window.observed = { exits: 0, strayClicks: [], messages: [] };
  let pressed: Element | null = null;
  addEventListener('keydown', ({ key }) => (pressed = key === 'Enter' ? document.activeElement : null), true);
  addEventListener('keyup', () => (pressed = null), true);
  addEventListener(
    'click',
    ({ target }) => {
      const isOwn = target instanceof Node && (pressed?.contains(target) || target.contains(pressed));
      if (pressed && !isOwn) window.observed.strayClicks.push(`${nameOf(target as Element)} by ${nameOf(pressed)}`);
    },
    true,
  );
  for (const method of ['warn', 'error'] as const) {
    console[method] = (...texts: unknown[]) => {
      window.observed.messages.push(texts.map(String).join(' '));
    };
  }
  addEventListener('error', ({ message }) => window.observed.messages.push(message));
  addEventListener('unhandledrejection', ({ reason }) => window.observed.messages.push(String(reason)));
  window.faultOfFocus = faultOfFocus;
  window.nameOf = nameOf;
  window.levelOf = () => {
    const dialogs = document.querySelectorAll('dialog[open]');
    const back = document.querySelector('.discovr-NavigationHead-back');
    return dialogs.length > 0 ? `dialog ${dialogs.length}` : back ? 'page' : 'root';
  };
}

function faultOfFocus(): string {
  const active = document.activeElement;
  if (!active || active === document.body) return hasControl() ? 'nothing has the focus' : '';
  const area = (active.matches('[type=checkbox], [type=radio]') && active.closest('label')) || active;
  const { top, bottom, left, right, width, height } = area.getBoundingClientRect();
  if (width <= 1 || height <= 1 || getComputedStyle(area).visibility !== 'visible') return `${nameOf(active)} is hidden`;
  const seenHeight = Math.min(bottom, innerHeight) - Math.max(top, 0);
  const seenWidth = Math.min(right, innerWidth) - Math.max(left, 0);
  const enough = Math.min(height, innerHeight) / 2;
  if (seenHeight < enough || seenWidth < Math.min(width, innerWidth) / 2) {
    return `${nameOf(active)} is outside the screen: ${Math.round(left)}, ${Math.round(top)} to ${Math.round(right)}, ${Math.round(bottom)}`;
  }
  const modal = [...document.querySelectorAll('dialog[open]')].pop();
  if (modal && !modal.contains(active)) return `${nameOf(active)} is behind a dialog`;
  return '';
}

/** Whether a control is visible. While nothing but a loading message is visible, nothing can have the focus. */
function hasControl(): boolean {
  return [...document.querySelectorAll<HTMLElement>('a[href], button, input')].some(
    (control) => !control.closest('[inert]') && control.getClientRects().length > 0,
  );
}

/** Names an element for a message: its component, and its text. */
export function nameOf(element: Element | null): string {
  if (!element) return 'nothing';
  const text = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${text.slice(0, 40)}`;
}
