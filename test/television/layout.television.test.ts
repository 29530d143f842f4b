import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import postcss from 'postcss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { servePage, type ServedPage } from '../support/chromium/servePage.js';
import { bundleForTelevision, televisionStyles } from './support/bundleForTelevision.js';
import { launchTelevision, SCREEN } from './support/launchTelevision.js';

/** Difference in pixels that is not visible: old browsers round the height of each line, which adds up in a column. */
const TOLERANCE_PX = 9;

/** Limit for a busy machine. */
const TIMEOUT_MS = 10_000;

/** Elements to measure on each screen. The first one is there when the screen is complete. */
const measured: Readonly<Record<string, readonly string[]>> = {
  page: [
    '.discovr-Rail[data-state="ready"] .discovr-Card',
    '.discovr-Hero',
    '.discovr-Hero-title',
    '.discovr-Tile-title',
  ],
  form: [
    '.discovr-OptionList',
    '.discovr-FilterGroup',
    '.discovr-Segments',
    '.discovr-Search-input',
    '.discovr-Actions',
  ],
  dates: ['.discovr-DateSteppers[open]', '.discovr-DateStepper', '.discovr-DateSteppers-title'],
  dialog: ['.discovr-Sheet .discovr-FilterGroup', '.discovr-Sheet', '.discovr-Sheet-head', '.discovr-Chip'],
  'sign-in': ['.discovr-DeviceSignIn-cancel', '.discovr-SignIn-panel', '.discovr-DeviceSignIn-title'],
  code: ['.discovr-DeviceSignIn-code', '.discovr-DeviceSignIn-qr', '.discovr-DeviceSignIn-title'],
  profiles: ['.discovr-Avatar', '.discovr-ProfileTile-face', '.discovr-ProfilePicker-title'],
  'new profile': [
    '.discovr-AvatarOption',
    '.discovr-ProfileForm',
    '.discovr-Input',
    '.discovr-ProfileForm .discovr-Button',
  ],
  'sign-in in a dialog': [
    '.discovr-SessionDialog .discovr-SignIn-panel',
    '.discovr-SessionDialog',
    '.discovr-Sheet-close',
  ],
  sheet: [
    '.discovr-TitleSheet-section',
    '.discovr-TitleSheet',
    '.discovr-TitleSheet-head',
    '.discovr-TitleSheet-toggle',
  ],
  empty: ['.discovr-EmptyPage-actions', '.discovr-EmptyPage-title', '.discovr-Chip'],
  cards: ['.discovr-Poster', '.discovr-Poster-picture', '.discovr-MediaCard-caption'],
};

/** What opens the screens that are not there immediately: a control to wait for, and the keys to press. */
const opened: Readonly<Record<string, readonly [string, ...string[]]>> = {
  dates: ['input', 'Enter', 'ArrowUp'],
  dialog: ['.discovr-OpenButton', 'Enter'],
  'new profile': ['.discovr-ProfileTile-face[data-look="add"]', 'ArrowRight', 'ArrowRight', 'Enter'],
  'sign-in in a dialog': ['.discovr-StateNotice .discovr-Button', 'Enter'],
};

const surroundings = `
  body { margin: 0; --discovr-density: 1.5; }
  main { display: grid; grid-template-columns: minmax(0, 1fr); align-items: start; min-height: 100vh; }
  .cards { display: flex; gap: 24px; padding: 24px; }
  .cards > * { width: 300px; }
`;

/** One browser with the stylesheet that belongs to it. */
interface Place {
  readonly browser: Browser;
  readonly app: ServedPage;
}
let television: Place;
let current: Place;

beforeAll(async () => {
  const withStyles = await bundleForTelevision('test/television/app.tsx');
  const open = async (launched: Promise<Browser>, css: string): Promise<Place> => {
    const [browser, app] = await Promise.all([launched, servePage(withStyles(surroundings + css))]);
    return { browser, app };
  };
  [television, current] = await Promise.all([
    open(launchTelevision(), televisionStyles()),
    open(launchChromium(), readFileSync('dist/styles.css', 'utf8')),
  ]);
});
afterAll(() => Promise.all([television, current].flatMap(({ browser, app }) => [browser.close(), app.close()])));

async function show({ browser, app }: Place, screen: string): Promise<Page> {
  const page = await browser.newPage({ viewport: SCREEN });
  await page.goto(`${app.url}?screen=${screen}`);
  const [control, ...keys] = opened[screen] ?? [];
  if (control) await untilThere(page, control);
  // A screen has its focus when it is mounted.
  if (keys.length > 0) await page.waitForFunction(() => document.activeElement !== document.body);
  await press(page, ...keys);
  await untilThere(page, measured[screen]![0]!);
  return page;
}

/** Waits for an element. `waitForSelector` of Playwright needs a newer browser. */
const untilThere = (page: Page, wanted: string) =>
  expect
    .poll(() => page.evaluate((selector) => document.querySelector(selector) !== null, wanted), {
      timeout: TIMEOUT_MS,
      message: wanted,
    })
    .toBe(true);

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Position and size of the visible elements that match each selector. */
const boxesIn = (page: Page, selectors: readonly string[]) =>
  page.evaluate(
    (wanted) =>
      wanted.flatMap((selector) =>
        [...document.querySelectorAll(selector)]
          .map((element) => element.getBoundingClientRect())
          .filter(({ top }) => top < innerHeight)
          .map(({ x, y, width, height }, index) => ({ name: `${selector} ${index}`, values: [x, y, width, height] })),
      ),
    selectors,
  );

type Boxes = Awaited<ReturnType<typeof boxesIn>>;

function differences(here: Boxes, there: Boxes): string[] {
  if (here.length !== there.length) return [`${here.length} instead of ${there.length} elements`];
  return here.flatMap(({ name, values }, index) => {
    const expected = there[index]!.values;
    const isLevel = values.every((value, side) => Math.abs(value - expected[side]!) <= TOLERANCE_PX);
    return isLevel ? [] : [`${name}: ${values.join()} instead of ${expected.join()}`];
  });
}

const faultsOf = (page: Page) => page.evaluate(() => window.faults);
const focused = (page: Page) =>
  page.evaluate(() => {
    const { textContent, className } = document.activeElement as HTMLElement;
    return `${className} ${document.activeElement?.closest('[data-position]')?.getAttribute('data-position') ?? textContent}`;
  });

describe('an old television', () => {
  test.each(Object.keys(measured))('lays out the screen "%s" as the current Chromium does', async (screen) => {
    const pages = await Promise.all([show(television, screen), show(current, screen)]);
    const [onTelevision, now] = pages;
    await expect
      .poll(async () => {
        const [here, there] = await Promise.all(pages.map((page) => boxesIn(page, measured[screen]!)));
        return differences(here!, there!);
      })
      .toEqual([]);
    expect((await boxesIn(now, measured[screen]!)).length).toBeGreaterThanOrEqual(measured[screen]!.length);
    expect(await faultsOf(onTelevision)).toEqual([]);
    await Promise.all(pages.map((page) => page.close()));
  });

  test('knows every property and selector of styles.tv.css', async () => {
    const declarations = new Set<string>();
    const selectors = new Set<string>();
    const root = postcss.parse(televisionStyles());
    root.walkAtRules('keyframes', (rule) => void rule.remove());
    root.walkDecls(/^(?!--)/, ({ prop, value }) => {
      // The browser accepts any value with a variable.
      declarations.add(`${prop}: ${value.includes('var(') ? 'inherit' : value}`);
    });
    root.walkRules(({ selectors: all }) => all.forEach((selector) => selectors.add(selector)));
    const page = await show(television, 'empty');
    const unknown = await page.evaluate(
      ([all, rules]) => [
        ...all!.filter((declaration) => !CSS.supports(`(${declaration})`)),
        ...rules!.filter((selector) => !CSS.supports(`selector(${selector})`)),
      ],
      [[...declarations], [...selectors]],
    );
    expect(unknown).toEqual([]);
    await page.close();
  });

  test('moves the focus with the keys of a remote', async () => {
    const page = await show(television, 'page');
    await page.waitForFunction(() => document.activeElement?.closest('.discovr-Hero'));
    await press(page, 'ArrowDown');
    await expect.poll(() => focused(page)).toMatch(/discovr-MediaCard 0$/);
    await press(page, 'ArrowRight');
    await expect.poll(() => focused(page)).toMatch(/discovr-MediaCard 1$/);
    await page.close();
  });

  test('changes a date with the keys of a remote', async () => {
    const page = await show(television, 'dates');
    await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'Enter');
    await expect.poll(() => page.evaluate(() => document.querySelector('input')?.value)).toBe('2011-04-03');
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });

  test('opens and closes the filters with the keys of a remote', async () => {
    const page = await show(television, 'dialog');
    // From the chosen type over the button that leads to the regions to the watch providers.
    await press(page, 'ArrowDown', 'ArrowDown');
    await expect.poll(() => focused(page)).toMatch(/^discovr-Option-checkbox /);
    await press(page, 'Escape');
    await expect.poll(() => focused(page)).toMatch(/discovr-OpenButton /);
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });
});
