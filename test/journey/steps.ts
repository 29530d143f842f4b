import { expect } from 'vitest';
import type { Emulator } from '../../src/emulator/createEmulator.js';
import type { Tab } from '../support/browsers/tab.js';
import { focusedName, untilLoaded } from './support.js';

const READY_RAIL = '.discovr-Rail[data-state="ready"]';
const TOGGLE = '.discovr-TitleSheet button.discovr-TitleSheet-toggle';

/** An element to find: a selector, and the start of its name. */
interface Wanted {
  selector: string;
  name?: string;
}

/**
 * Returns the center of an element, or `null` if it cannot be clicked yet, as in a dialog that slides in. Scrolls it into
 * view if necessary.
 */
const clickableAt = (tab: Tab, wanted: Wanted) =>
  tab.evaluate(({ selector, name = '' }) => {
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ??
      (element.textContent.trim() ||
        element.querySelector('img')?.alt ||
        (element as HTMLInputElement).labels?.[0]?.textContent) ??
      '';
    const element = [...document.querySelectorAll(selector)].find(
      (candidate) => nameOf(candidate).trim().startsWith(name) && candidate.getClientRects().length > 0,
    );
    if (!element || element.matches(':disabled')) return null;
    const moves = document.getAnimations().some(({ playState, effect }) => {
      const { target } = effect as KeyframeEffect;
      return playState === 'running' && target?.tagName === 'DIALOG' && target.contains(element);
    });
    if (moves) return null;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) {
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      return null;
    }
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const hit = document.elementFromPoint(x, y);
    return element.contains(hit) ? { x, y } : null;
  }, wanted);

/** Clicks an element as soon as it exists, is not covered, and no longer moves, as in a dialog that slides in. */
export async function click(tab: Tab, selector: string, name = ''): Promise<void> {
  let point: { x: number; y: number } | null = null;
  const isStill = async () => {
    const before = point;
    point = await clickableAt(tab, { selector, name });
    return point !== null && point.x === before?.x && point.y === before.y;
  };
  await expect.poll(isStill, { message: `${selector} "${name}"` }).toBe(true);
  // The poll has succeeded, so `point` is not null.
  await tab.clickAt(point!.x, point!.y);
}

/** Returns the number of elements that match a selector. */
export const countOf = (tab: Tab, selector: string) =>
  tab.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);

/** Waits until a page shows rails with items. */
export async function untilReady(tab: Tab): Promise<void> {
  await expect.poll(() => countOf(tab, READY_RAIL)).toBeGreaterThan(0);
}

/** Signs in by code, as on a television, and chooses the first profile. */
export async function signIn(tab: Tab, emulator: Emulator): Promise<void> {
  await click(tab, 'button', 'Use another device');
  await approveCode(tab, emulator);
  await click(tab, 'button', emulator.control.profiles()[0]!.name);
  await untilReady(tab);
}

/** Approves the code on the screen, as the user does on a phone. */
export async function approveCode(tab: Tab, { control }: Emulator): Promise<void> {
  const codeOf = () =>
    tab.evaluate(() => document.querySelector('.discovr-DeviceSignIn-code > [aria-hidden]')?.textContent ?? '');
  await expect.poll(codeOf).not.toBe('');
  control.approveDevice((await codeOf()).replaceAll(' ', ''));
}

/** Returns the labels of the checked checkboxes. */
const checkedIn = (tab: Tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked')].map(({ labels }) =>
      labels![0]!.textContent.trim(),
    ),
  );

/** Chooses Comedy in the filter dialog, applies it, and waits for the filter in the URL and for the page. */
export async function filterComedies(tab: Tab): Promise<void> {
  await click(tab, 'button', 'Filters');
  await click(tab, 'input[type="checkbox"]', 'Comedy');
  await expect.poll(() => checkedIn(tab)).toEqual(['Comedy']);
  const row = await tab.evaluate((rail) => document.querySelector<HTMLElement>(rail)!.dataset['rowId'], READY_RAIL);
  await click(tab, 'button', 'Show titles');
  await expect.poll(() => tab.evaluate(() => location.search)).toContain('f.genres=35');
  // The previous page stays until the filtered page has loaded. Each page has rows of its own.
  await expect.poll(() => countOf(tab, `[data-row-id="${row}"]`)).toBe(0);
  await untilReady(tab);
}

/** A navigation item that the user opened and returns to. */
export interface LeftAt {
  /** Its name. */
  name: string;
  /** Its distance from the top of the viewport, in pixels. */
  top: number;
}

/** Scrolls down to the first navigation item and opens it. */
export async function openDestination(tab: Tab): Promise<LeftAt> {
  const selector = `.discovr-Rail[data-type="navigation"][data-state="ready"] button.discovr-Tile`;
  await expect
    .poll(async () => {
      if ((await countOf(tab, selector)) > 0) return true;
      await tab.wheel(500);
      return false;
    })
    .toBe(true);
  await untilLoaded(tab);
  const name = await tab.evaluate((wanted) => {
    const tile = document.querySelector(wanted)!;
    tile.scrollIntoView({ block: 'center', behavior: 'instant' });
    return tile.textContent.trim();
  }, selector);
  await expect.poll(() => clickableAt(tab, { selector, name })).not.toBeNull();
  await untilLoaded(tab);
  const top = await topOf(tab, name);
  await click(tab, selector, name);
  await expect.poll(() => tab.evaluate(() => document.querySelector('h1')?.textContent)).toBe(name);
  await untilReady(tab);
  return { name, top };
}

/** Returns the distance of a tile from the top of the viewport, in pixels. */
const topOf = (tab: Tab, name: string) =>
  tab.evaluate((wanted) => {
    const tiles = [...document.querySelectorAll('button.discovr-Tile')];
    return tiles.find((tile) => tile.textContent.trim() === wanted)?.getBoundingClientRect().top ?? Number.NaN;
  }, name);

/** Opens the first title of a page, likes it, and closes its sheet. */
export async function likeFirstTitle(tab: Tab, { control }: Emulator): Promise<void> {
  await click(tab, `${READY_RAIL} button.discovr-MediaCard`);
  await click(tab, TOGGLE, 'Like');
  await expect.poll(() => countOf(tab, `${TOGGLE}[aria-pressed="true"]`)).toBe(1);
  await expect.poll(() => control.count('POST /profile/liked')).toBe(1);
  await tab.press('Escape');
  await expect.poll(() => countOf(tab, '.discovr-TitleSheet')).toBe(0);
}

/**
 * Likes the title whose sheet is open, with a key.
 *
 * @param goToLike moves the focus to the button.
 */
export async function likeInSheet(
  tab: Tab,
  { control }: Emulator,
  title: string,
  goToLike: () => Promise<void>,
): Promise<void> {
  const shownTitle = () => tab.evaluate(() => document.querySelector('.discovr-TitleSheet-title')?.textContent);
  await expect.poll(shownTitle).toBe(title);
  await expect.poll(() => countOf(tab, `${TOGGLE}:enabled`)).toBeGreaterThan(0);
  await goToLike();
  await tab.press('Enter');
  await expect.poll(() => countOf(tab, `${TOGGLE}[aria-pressed="true"]`)).toBe(1);
  await expect.poll(() => control.count('POST /profile/liked')).toBe(1);
}

/** Goes back to the page with a navigation item, and expects the item to have the focus and its previous position. */
export async function goBackTo(tab: Tab, { name, top }: LeftAt): Promise<void> {
  await tab.back();
  await expect.poll(() => focusedName(tab)).toBe(name);
  await expect.poll(async () => Math.abs((await topOf(tab, name)) - top)).toBeLessThan(2);
}
