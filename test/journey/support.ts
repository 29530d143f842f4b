import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { Tab } from '../support/browsers/tab.js';
import { untilStill } from '../support/untilStill.js';

declare global {
  interface Window {
    /** Layout shifts that were not caused by user input. */
    shifts: number[];
  }
}

/** Records the layout shifts of each page that are not caused by user input, as browsers do for Core Web Vitals. */
export async function noteShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // TypeScript's library has no type for layout-shift entries.
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) window.shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Returns the sum of the recorded layout shifts. */
export const shiftsOf = (page: Page) => page.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));

/** Finds the rails that have items. */
export const readyRails = (page: Page) => page.locator('.discovr-Rail[data-state="ready"]');

/** Returns the name of the focused element. */
export const focusedName = (tab: Tab) =>
  tab.evaluate(() => {
    const { activeElement } = document;
    // Containers get no name, because their text is the text of the whole page.
    if (activeElement?.matches('main, body, [role=group]')) return '';
    const text = activeElement?.textContent?.trim();
    const name = activeElement?.getAttribute('aria-label') ?? (text || activeElement?.querySelector('img')?.alt);
    if (!(activeElement instanceof HTMLInputElement)) return name ?? '';
    return activeElement.labels?.[0]?.textContent?.trim() ?? '';
  });

/** Returns the row id of the rail that has the focus. */
export const focusedRow = (tab: Tab) =>
  tab.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-row-id]')?.dataset['rowId']);

/** Presses a key until a condition is met. */
async function pressUntil(tab: Tab, key: string, isThere: () => Promise<boolean>, most = 200): Promise<void> {
  for (let press = 0; press < most; press++) {
    if (await isThere()) return;
    await tab.press(key);
  }
  throw new Error(`Pressing ${key} did not reach the element. The focus is on "${await focusedName(tab)}".`);
}

/** Presses Tab until the focused element has a name that starts with a given text. */
export const tabTo = (tab: Tab, name: string) =>
  pressUntil(tab, 'Tab', async () => (await focusedName(tab)).startsWith(name));
/** Presses an arrow key until the focused element has a given name. */
export const arrowTo = (tab: Tab, key: 'ArrowLeft' | 'ArrowRight', name: string) =>
  pressUntil(tab, key, async () => (await focusedName(tab)) === name);

/** Waits until nothing scrolls and no rail in the viewport is loading. */
export async function untilLoaded(tab: Tab): Promise<void> {
  const isLoading = async () => {
    await tab.evaluate(untilStill);
    return tab.evaluate(() =>
      [...document.querySelectorAll('.discovr-Rail[data-state="loading"]')]
        .map((rail) => rail.getBoundingClientRect())
        .some(({ top, bottom }) => bottom > 0 && top < innerHeight),
    );
  };
  await expect.poll(isLoading).toBe(false);
}

/** Presses the down arrow key until the focus is in a rail of a given type. */
export async function downTo(tab: Tab, type: string): Promise<void> {
  const isThere = () =>
    tab.evaluate(
      (wanted) => document.activeElement?.closest<HTMLElement>('.discovr-Rail')?.dataset['type'] === wanted,
      type,
    );
  for (let press = 0; press < 60; press++) {
    if (await isThere()) return;
    await tab.press('ArrowDown');
    // Rails that come near the viewport start to load.
    await untilLoaded(tab);
  }
  throw new Error(`Pressing ArrowDown did not reach a rail of the type ${type}.`);
}

/** Presses the Back key of a remote, which Playwright's keyboard does not have. */
export async function pressBack(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true });
    const isHandled = !document.activeElement!.dispatchEvent(event);
    // A television goes back when no handler prevents the default action of the key.
    if (!isHandled) history.back();
  });
}

/** Returns the titles of the rails, in order. */
export const titlesOf = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('[data-row-id] > .discovr-Rail-title')].map((title) => title.textContent),
  );

/** Returns the row id and the horizontal scroll offset of each rail, in pixels. */
export function placesOf(tab: Tab): Promise<(readonly [string | undefined, number])[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.discovr-Rail[data-row-id]')].map(
      (element) => [element.dataset['rowId'], element.querySelector('ul')!.scrollLeft] as const,
    ),
  );
}

/** Scrolls down by about one screen. Returns whether the end of the page is loaded. */
export async function scrollToEnd(page: Page): Promise<boolean> {
  await page.mouse.wheel(0, 900);
  return (await page.getByText('You’ve reached the end.').count()) > 0;
}
