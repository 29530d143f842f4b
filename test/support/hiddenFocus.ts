import { frame, nextTask } from './frame.js';
import { untilStill } from './untilStill.js';

/** Number of points per side of the grid. The element is looked for at each point. */
const GRID = 8;
const STOPS = ':is(a[href], button, input, select, textarea, summary, [tabindex]):not([tabindex="-1"], :disabled)';

/**
 * Describes the focused element if no part of it is visible: other content covers it, or it is outside the viewport or
 * its scroll area (WCAG 2.4.11). Returns `undefined` if it is visible, or if nothing has focus.
 */
export function hiddenFocus(): string | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const { left, top, width, height } = element.getBoundingClientRect();
  const steps = Array.from({ length: GRID }, (_, step) => (step + 0.5) / GRID);
  const atPoints = steps.flatMap((x) =>
    steps.map((y) => document.elementFromPoint(left + width * x, top + height * y)),
  );
  if (atPoints.some((found) => found && element.contains(found))) return undefined;
  const [cover] = atPoints.filter(Boolean);
  return `${nameOf(element)} is ${cover ? `behind ${nameOf(cover)}` : 'outside the viewport'}`;
}

/**
 * Waits until nothing scrolls, then focuses the elements that Tab can reach, in document order, and lists those that
 * are hidden while they have the focus.
 */
export async function hiddenStops(): Promise<string[]> {
  await untilStill();
  const modals = document.querySelectorAll<HTMLElement>('dialog:modal');
  const root = modals.item(modals.length - 1) ?? document.body;
  const hidden: string[] = [];
  // A key moves the focus of a user, and closes what is open for the mouse.
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
  await frame();
  // An element that has focus already would not be scrolled into view.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const stop of root.querySelectorAll<HTMLElement>(STOPS)) {
    stop.focus();
    if (document.activeElement !== stop) continue;
    await nextTask();
    // Resize observers, which uncover an element, run after the callbacks of a frame.
    for (let frames = 0; frames < 2 && hiddenFocus(); frames++) await frame();
    const fault = document.activeElement === stop && hiddenFocus();
    if (fault) hidden.push(fault);
  }
  return hidden;
}

function nameOf(element: Element): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
  const text = element.getAttribute('aria-label') ?? label ?? element.textContent;
  return `<${element.localName} class="${element.className}"> “${text.trim().slice(0, 40)}”`;
}
