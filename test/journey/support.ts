import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { Tab } from '../support/browsers/tab.js';
import { untilStill } from '../support/untilStill.js';

declare global {
  interface Window {
    /** What moved without the person's doing, in a page of the journey. */
    shifts: number[];
  }
}

/** Options of a wait for what takes a network. */
export const patiently = { timeout: 15_000 };

/** Notes what moves without the person's doing in each page, as browsers do for Core Web Vitals. */
export async function noteShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // The type of the entries of a layout shift is not in TypeScript's library.
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) window.shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** How much has moved. */
export const shiftsOf = (page: Page) => page.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));

/** The rails that have items. */
export const readyRails = (page: Page) => page.locator('.discovr-Rail[data-state="ready"]');

/** The name of what has the focus. */
export const focusedName = (tab: Tab) =>
  tab.evaluate(() => {
    const { activeElement } = document;
    // The page itself has a name no more than a person who looks at it has.
    if (activeElement?.matches('main, body, [role=group]')) return '';
    const text = activeElement?.textContent?.trim();
    const name = activeElement?.getAttribute('aria-label') ?? (text || activeElement?.querySelector('img')?.alt);
    if (!(activeElement instanceof HTMLInputElement)) return name ?? '';
    return activeElement.labels?.[0]?.textContent?.trim() ?? '';
  });

/** Presses a key until something with that name has the focus. */
async function pressUntil(tab: Tab, key: string, isThere: () => Promise<boolean>, most = 200): Promise<void> {
  for (let press = 0; press < most; press++) {
    if (await isThere()) return;
    await tab.press(key);
  }
  throw new Error(`Not reached by ${key}; the focus is on "${await focusedName(tab)}".`);
}

/** Presses Tab until something whose name begins so has the focus. */
export const tabTo = (tab: Tab, name: string) =>
  pressUntil(tab, 'Tab', async () => (await focusedName(tab)).startsWith(name));
/** Presses the arrow to the right until something of that name has the focus. */
export const arrowTo = (tab: Tab, name: string) =>
  pressUntil(tab, 'ArrowRight', async () => (await focusedName(tab)) === name);

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
  await expect.poll(isLoading, patiently).toBe(false);
}

/** Goes down to the next rail of a type that is there. */
export async function downTo(tab: Tab, type: string): Promise<void> {
  const isThere = () =>
    tab.evaluate(
      (wanted) => document.activeElement?.closest<HTMLElement>('.discovr-Rail')?.dataset['type'] === wanted,
      type,
    );
  for (let press = 0; press < 60; press++) {
    if (await isThere()) return;
    await tab.press('ArrowDown');
    // What comes near the viewport is fetched.
    await untilLoaded(tab);
  }
  throw new Error(`No rail of the type ${type} was reached.`);
}

/** Presses the Back key of a remote, which no keyboard of Playwright has. */
export async function pressBack(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true });
    const isHandled = !document.activeElement!.dispatchEvent(event);
    // Televisions go back by themselves where nobody hears the key.
    if (!isHandled) history.back();
  });
}

/** Titles of the rails, in order. */
export const titlesOf = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('[data-row-id] > .discovr-Rail-title')].map((title) => title.textContent),
  );

/** Which rails there are, and how far each is scrolled sideways. */
export function placesOf(tab: Tab): Promise<(readonly [string | undefined, number])[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.discovr-Rail[data-row-id]')].map(
      (element) => [element.dataset['rowId'], element.querySelector('ul')!.scrollLeft] as const,
    ),
  );
}

/** Scrolls on by a screen; tells whether the page has ended. */
export async function scrollToEnd(page: Page): Promise<boolean> {
  await page.mouse.wheel(0, 900);
  return (await page.getByText('You’ve reached the end.').count()) > 0;
}
