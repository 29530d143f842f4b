import { candidatesIn } from '../../src/focus/candidates.js';
import { topScope } from '../../src/focus/topScope.js';
import { startRemoteControl } from '../../src/focus/remote/startRemoteControl.js';
import { untilStill } from './untilStill.js';

/** Selector of groups that move the focus among their items themselves: rails, grids of profiles, slides of a hero. */
const GROUP = '[data-remote="group"], [data-rail-entry]';
/** Number of items of a group to visit. Rails can have any number of items. */
const MOST_ITEMS = 3;
const ARROWS = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'];

/** Where the keys lead from each place. A place is a group, or a control outside of groups. */
type Ways = Map<Element, Set<Element>>;

/**
 * Presses each arrow key of a remote control on each control that it can reach, on a television. Lists the places that
 * it cannot reach, and those from which it cannot get back to the first one.
 */
export async function remoteDeadEnds(root: HTMLElement): Promise<string[]> {
  // Exists only in Vitest, but this module is also part of the Storybook that people open.
  const { page } = await import('vitest/browser');
  await page.viewport(1920, 1080);
  await untilStill();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const stop = startRemoteControl(root, () => ({}));
  try {
    await press(document.body, 'ArrowDown');
    const first = document.activeElement!;
    const ways = await waysFrom(first);
    const returning = reachable(placeOf(first), reversed(ways));
    const places = new Set(candidatesIn(topScope(root)).map(({ element }) => placeOf(element)));
    return [...places].flatMap((place) => {
      if (!ways.has(place)) return [`no way to ${nameOf(place)}`];
      return returning.has(place) ? [] : [`no way back from ${nameOf(place)}`];
    });
  } finally {
    stop();
  }
}

const placeOf = (control: Element) => control.closest(GROUP) ?? control;

/** Visits everything that the keys reach, and returns the ways. */
async function waysFrom(first: Element): Promise<Ways> {
  const ways: Ways = new Map([[placeOf(first), new Set()]]);
  const visited = new Set([first]);
  // The loop also visits the controls that are added in it.
  for (const control of visited) {
    for (const key of ARROWS) {
      if (!focus(control)) break;
      await press(control, key);
      const { activeElement: next } = document;
      if (!next || next === document.body) continue;
      const [from, to] = [placeOf(control), placeOf(next)];
      ways.get(from)!.add(to);
      if (!ways.has(to)) ways.set(to, new Set());
      if (to === next || [...visited].filter((item) => to.contains(item)).length < MOST_ITEMS) visited.add(next);
    }
  }
  return ways;
}

function focus(control: Element): boolean {
  (control as HTMLElement).focus({ preventScroll: true });
  control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  return document.activeElement === control;
}

function reversed(ways: Ways): Ways {
  const back: Ways = new Map([...ways.keys()].map((place) => [place, new Set()]));
  for (const [from, next] of ways) for (const to of next) back.get(to)!.add(from);
  return back;
}

function reachable(first: Element, ways: Ways): Set<Element> {
  const found = new Set([first]);
  for (const place of found) for (const next of ways.get(place) ?? []) found.add(next);
  return found;
}

/** Presses a key and waits until React has rendered what it changed. */
async function press(target: Element, key: string): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
  target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, composed: true }));
  await new Promise((resolve) => setTimeout(resolve));
}

function nameOf(element: Element): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
  const text = element.getAttribute('aria-label') ?? label ?? element.textContent;
  return `<${element.localName} class="${element.className}"> “${text.trim().slice(0, 40)}”`;
}
