import { candidatesIn } from '../../src/focus/candidates.js';
import { focusableWithin, focusFirst } from '../../src/focus/focusable.js';
import { topScope } from '../../src/focus/scope.js';
import { startRemoteControl } from '../../src/television/startRemoteControl.js';
import { frame, nextTask } from './frame.js';
import { untilStill } from './untilStill.js';

/** Selector of groups that move the focus among their items themselves: rails, grids of profiles, slides of a hero. */
const GROUP = '[data-remote="group"], [data-rail-entry]';
/** Selector of the slides of a hero. The keys leave it at its ends. */
const SLIDES = '[data-rail-entry]';
/** Number of items of a group to visit. Rails can have any number of items. */
const MOST_ITEMS = 3;
/** Most presses of a key in slides: the focus leaves them only after the last slide. */
const MOST_SLIDES = 40;
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
  const stop = startRemoteControl(
    root,
    () => ({}),
    () => false,
  );
  try {
    await press(document.body, 'ArrowDown');
    const first = document.activeElement!;
    const scope = topScope(root);
    const controls = candidatesIn(scope).map(({ element }) => element);
    const places = new Set(controls.filter((control) => control.checkVisibility()).map(placeOf));
    // Visits a rail without items too, because they load when it gets the focus, and the way to other rails leads through
    // it. While the keys are pressed, further rows load at the end of a page. They are not visited.
    const ways = await waysFrom(first, new Set([...places, ...scope.querySelectorAll(GROUP)]));
    const returning = reachable(placeOf(first), reversed(ways));
    return [...places].flatMap((place) => {
      if (!place.isConnected) return [];
      if (!ways.has(place)) return [`no way to ${nameOf(place)}`];
      return returning.has(place) ? [] : [`no way back from ${nameOf(place)}`];
    });
  } finally {
    stop();
  }
}

const placeOf = (control: Element) => control.closest(GROUP) ?? control;

/** Visits the controls and groups that the keys reach, and returns the ways. Of groups, visits only the given ones. */
async function waysFrom(first: Element, groups: ReadonlySet<Element>): Promise<Ways> {
  const ways: Ways = new Map([[placeOf(first), new Set()]]);
  // Each control with the place of the page when the keys reached it. What sticks has other neighbors elsewhere.
  const visited = new Map([[first, scrollY]]);
  // The loop also visits the controls that are added in it.
  for (const [control, top] of visited) {
    for (const key of ARROWS) {
      scrollTo({ top, behavior: 'instant' });
      if (!focus(control)) break;
      const from = placeOf(control);
      const most = from.matches(SLIDES) ? MOST_SLIDES : 1;
      for (let presses = 0; presses < most && placeOf(document.activeElement!) === from; presses++)
        await pressShown(document.activeElement!, key);
      const { activeElement: next } = document;
      if (!next || next === document.body) continue;
      const to = placeOf(next);
      ways.get(from)!.add(to);
      if (!ways.has(to)) ways.set(to, new Set());
      const isKnown = to === next || groups.has(to);
      const isNew = isKnown && !visited.has(next);
      if (isNew && [...visited.keys()].filter((item) => to.contains(item)).length < MOST_ITEMS)
        visited.set(next, scrollY);
    }
  }
  return ways;
}

/** Focuses a control, or the control in its place if it is on a slide that is not shown. */
function focus(control: Element): boolean {
  const slides = control.closest(SLIDES) ?? undefined;
  return focusFirst([control as HTMLElement, ...focusableWithin(slides)], { preventScroll: true });
}

/** Presses a key on an element as soon as it is in view. Slides notice in the next frame that they have scrolled. */
async function pressShown(element: Element, key: string): Promise<void> {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  if (element.closest(SLIDES)) await frame();
  await press(element, key);
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
  await nextTask();
}

function nameOf(element: Element): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
  const text = element.getAttribute('aria-label') ?? label ?? element.textContent;
  return `<${element.localName} class="${element.className}"> “${text.trim().slice(0, 40)}”`;
}
