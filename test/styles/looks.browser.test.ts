import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import css from '../../src/styles/styles.css?inline';
import cinema from '../../src/themes/cinema.css?inline';
import paper from '../../src/themes/paper.css?inline';
import shadcn from '../../src/themes/shadcn.css?inline';
import neutral from '../../stories/support/looks/shadcnNeutral.css?inline';
import { contrastBetween } from '../support/contrast.js';
import { minimumOf, tokenIn, tokenPairs } from './tokenPairs.js';

/** Each look in each of its color schemes: its stylesheets, the scheme, and the class that the app sets. */
const looks = [
  ['shadcn', [neutral, shadcn], 'light', ''],
  ['shadcn', [neutral, shadcn], 'dark', 'dark'],
  ['cinema', [cinema], 'light', ''],
  ['cinema', [cinema], 'dark', ''],
  ['paper', [paper], 'light', ''],
  ['paper', [paper], 'dark', ''],
] as const;

const sheets: HTMLStyleElement[] = [];

function load(text: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = text;
  document.head.append(sheet);
  sheets.push(sheet);
}

beforeEach(() => load(css));
afterEach(() => {
  for (const sheet of sheets.splice(0)) sheet.remove();
});

/** The look for shadcn/ui needs `color-mix()`. */
const isUsable = ([name]: (typeof looks)[number]) =>
  name !== 'shadcn' || CSS.supports('color', 'color-mix(in oklab, red, blue)');

describe.each(looks.filter(isUsable))('the look %s', (_, texts, scheme, classOfApp) => {
  test(`has the contrast that WCAG requires in the ${scheme} scheme`, () => {
    for (const text of texts) load(text);
    const low = Object.entries(tokenPairs).flatMap(([background, foregrounds]) =>
      foregrounds.flatMap((foreground) => {
        const ratio = contrastBetween(tokenIn(scheme, foreground, classOfApp), tokenIn(scheme, background, classOfApp));
        return ratio < minimumOf(foreground) ? [`${foreground} on ${background}: ${ratio.toFixed(2)}`] : [];
      }),
    );
    expect(low).toEqual([]);
  });
});

test('Cinema shows 2.2 posters on a phone, and is as large as on a television at 1920 px', async () => {
  load(cinema);
  const viewport = document.createElement('div');
  viewport.className = 'discovr-Rail-viewport';
  const rail = document.createElement('div');
  rail.className = 'discovr-Root discovr-Rail';
  rail.append(viewport);
  document.body.append(rail);
  const read = (property: string) => Number(getComputedStyle(viewport).getPropertyValue(property));
  const seen = (posters: number) => posters - read('--discovr-fewer-posters');
  await page.viewport(390, 844);
  expect([seen(read('--d-seen-posters')), read('--d-density')]).toEqual([expect.closeTo(2.2), 1]);
  await page.viewport(1920, 1080);
  expect([seen(read('--d-seen-posters')), read('--d-density')]).toEqual([expect.closeTo(7.4), 1.5]);
  rail.remove();
});

test.each([
  ['cinema', 'light', '', '1'],
  ['shadcn', 'dark', '', '0'],
  ['shadcn', 'light', 'dark', '1'],
] as const)(
  '%s counts as dark by its own colors, in the %s scheme with the class "%s"',
  (look, scheme, classOfApp, dark) => {
    load(look === 'cinema' ? cinema : shadcn);
    const app = document.createElement('div');
    app.className = classOfApp;
    app.innerHTML = `<div class="discovr-Root" data-discovr-scheme="${scheme}"></div>`;
    document.body.append(app);
    expect(getComputedStyle(app.firstElementChild!).getPropertyValue('--d-dark').trim()).toBe(dark);
    app.remove();
  },
);

test('a variable of the app overrides the one of a look', () => {
  load(paper);
  load(':root { --discovr-text-1: rgb(1, 2, 3); }');
  const root = document.createElement('div');
  root.className = 'discovr-Root';
  document.body.append(root);
  expect(getComputedStyle(root).color).toBe('rgb(1, 2, 3)');
  root.remove();
});
