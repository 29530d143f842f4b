import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { bundleScript, servePage, type ServedPage } from '../support/chromium/servePage.js';
import { inRelease } from '../support/inRelease.js';

/** What a user does for a wish. */
interface Effort {
  /** Taps, clicks or presses of the remote control. */
  presses: number;
  /** Typed characters. */
  keys: number;
  /** Swipes or turns of the wheel, each of four fifths of the screen. */
  scrolls: number;
  /** What the user has to find or think of. */
  thoughts: number;
}

/**
 * Seconds of the keystroke-level model: a thought 1.35, a character 0.28 on a keyboard and 0.33 on a phone, pointing and
 * clicking 1.2, a tap 0.6, a scroll 0.8, a press of a remote control 0.4.
 */
const seconds = {
  phone: ({ presses, keys, scrolls, thoughts }: Effort) =>
    presses * 0.6 + keys * 0.33 + scrolls * 0.8 + thoughts * 1.35,
  laptop: ({ presses, keys, scrolls, thoughts }: Effort) =>
    presses * 1.2 + keys * 0.28 + scrolls * 0.8 + thoughts * 1.35,
  remote: ({ presses, thoughts }: Effort) => presses * 0.4 + thoughts * 1.35,
};

interface Wish {
  readonly text: string;
  /** Sentence of the form. */
  readonly sentence: string;
  /** Names of what is chosen in the form, in its order: radio buttons, checkboxes and buttons. */
  readonly choices: readonly (readonly ['radio' | 'checkbox' | 'button', string])[];
  readonly runtime?: string;
  readonly region?: string;
}

const wishes: readonly Wish[] = [
  {
    text: 'funny movies under 100 minutes',
    sentence: 'Comedy movies, up to 100 minutes long',
    choices: [
      ['radio', 'Movies'],
      ['checkbox', 'Comedy'],
    ],
    runtime: '100',
  },
  {
    text: 'crime series from the 2010s',
    sentence: 'Crime series, released from 2010 to 2019',
    choices: [
      ['radio', 'Series'],
      ['checkbox', 'Crime'],
      ['button', '2010s'],
    ],
  },
  {
    text: 'family movies on disney+',
    sentence: 'Family movies, on Disney+',
    choices: [
      ['radio', 'Movies'],
      ['checkbox', 'Disney+'],
      ['checkbox', 'Family'],
    ],
  },
  {
    text: 'scary 90s movies on netflix',
    sentence: 'Horror movies, released from 1990 to 1999, on Netflix',
    choices: [
      ['radio', 'Movies'],
      ['checkbox', 'Netflix'],
      ['checkbox', 'Horror'],
      ['button', '1990s'],
    ],
  },
  {
    text: 'series on netflix in germany',
    sentence: 'Series, on Netflix in Germany',
    choices: [
      ['radio', 'Series'],
      ['checkbox', 'Netflix'],
    ],
    region: 'Germany',
  },
];

let browser: Browser;
let app: ServedPage;

beforeAll(async () => {
  const [launched, script] = await Promise.all([launchChromium(), bundleScript('test/spoken/app.tsx')]);
  browser = launched;
  app = await servePage(script);
});
afterAll(() => Promise.all([browser.close(), app.close()]));

const pages = new Map<string, Page>();

/** Shows a story on a screen of this size, scrolled to its beginning. */
async function show(width: number, height: number, file: string, name: string): Promise<Page> {
  const key = `${width}x${height}`;
  let page = pages.get(key);
  if (!page) {
    page = await browser.newPage({ viewport: { width, height }, locale: 'en-US', reducedMotion: 'reduce' });
    pages.set(key, page);
    await page.goto(app.url);
  }
  await page.evaluate(
    async ([stories, each]) => {
      await window.showStory(stories!, each!);
      window.scrollTo(0, 0);
    },
    [file, name],
  );
  return page;
}

const noEffort = (): Effort => ({ presses: 0, keys: 0, scrolls: 0, thoughts: 0 });
const summaryOf = (page: Page) => page.getByRole('heading', { level: 2 });
const control = (page: Page, role: 'radio' | 'checkbox' | 'button', name: string) =>
  page.getByRole(role, { name, exact: true });

/** Scrolls as often as a user must to see an element, and clicks it. */
async function click(page: Page, target: Locator, effort: Effort): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (;;) {
    const beyond = await target.evaluate((element) => {
      const { top, bottom } = (element.closest('label') ?? element).getBoundingClientRect();
      const bar = document.querySelector('.discovr-Actions')!;
      const end = bar.contains(element) ? window.innerHeight : bar.getBoundingClientRect().top;
      return bottom > Math.min(end, window.innerHeight) + 1 ? 1 : top < -1 ? -1 : 0;
    });
    if (beyond === 0) break;
    effort.scrolls += 1;
    await page.evaluate((direction) => window.scrollBy(0, direction * window.innerHeight * 0.8), beyond);
  }
  await target.click({ force: true });
  effort.presses += 1;
}

async function byForm(page: Page, { choices, runtime, region }: Wish): Promise<Effort> {
  const effort = noEffort();
  for (const [role, name] of choices) {
    effort.thoughts += 1;
    await click(page, control(page, role, name), effort);
  }
  if (runtime !== undefined) {
    effort.thoughts += 1;
    await click(page, page.getByLabel('At most, minutes'), effort);
    await page.keyboard.type(runtime);
    effort.keys += runtime.length;
  }
  if (region !== undefined) {
    effort.thoughts += 1;
    await click(page, page.getByRole('searchbox', { name: 'Search regions' }), effort);
    const typed = region.slice(0, 3);
    await page.keyboard.type(typed);
    effort.keys += typed.length;
    await click(page, control(page, 'checkbox', region), effort);
  }
  effort.thoughts += 1;
  await click(page, page.locator('button[type=submit]'), effort);
  return effort;
}

async function byPrompt(page: Page, { text }: Wish): Promise<Effort> {
  // What to write, and whether it was understood.
  const effort = { ...noEffort(), thoughts: 2 };
  await click(page, page.getByRole('textbox', { name: 'What would you like to watch?' }), effort);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  effort.keys += text.length + 1;
  return effort;
}

/** Presses the arrow key that leads towards an element, until it has the focus. */
async function moveTo(page: Page, target: Locator, effort: Effort): Promise<void> {
  for (;;) {
    const key = await target.evaluate((element) => {
      const focused = document.activeElement!;
      if (focused === element) return undefined;
      const [from, to] = [focused, element].map((each) => (each.closest('label') ?? each).getBoundingClientRect());
      if (to!.top >= from!.bottom - 4) return 'ArrowDown';
      if (to!.bottom <= from!.top + 4) return 'ArrowUp';
      return to!.left < from!.left ? 'ArrowLeft' : 'ArrowRight';
    });
    if (!key) return;
    await page.keyboard.press(key);
    effort.presses += 1;
    if (effort.presses > 200) throw new Error(`The remote control does not reach ${String(target)}.`);
  }
}

async function pressOk(page: Page, target: Locator, effort: Effort): Promise<void> {
  await moveTo(page, target, effort);
  await page.keyboard.press('Enter');
  effort.presses += 1;
}

async function byRemote(page: Page, { choices, runtime, region }: Wish): Promise<Effort> {
  const effort = noEffort();
  await control(page, 'radio', 'All').focus();
  for (const [role, name] of choices) {
    effort.thoughts += 1;
    await pressOk(page, control(page, role, name), effort);
  }
  if (runtime !== undefined) {
    effort.thoughts += 1;
    const field = page.getByLabel('At most, minutes');
    await pressOk(page, field, effort);
    while ((await field.inputValue()) !== runtime) {
      await page.keyboard.press('ArrowUp');
      effort.presses += 1;
    }
    await page.keyboard.press('Enter');
    effort.presses += 1;
  }
  if (region !== undefined) {
    effort.thoughts += 1;
    await pressOk(page, page.getByRole('searchbox', { name: 'Search regions' }), effort);
    const typed = region.slice(0, 3).toLowerCase();
    await page.keyboard.type(typed);
    effort.presses += pressesFor(typed);
    await page.keyboard.press('Enter');
    effort.presses += 1;
    await pressOk(page, control(page, 'checkbox', region), effort);
  }
  effort.thoughts += 1;
  await pressOk(page, page.locator('button[type=submit]'), effort);
  return effort;
}

/** Chooses the wish if it is one of the examples, and otherwise types it. */
async function byRemotePrompt(page: Page, { text }: Wish): Promise<Effort> {
  const effort = { ...noEffort(), thoughts: 2 };
  const example = page.getByRole('button', {
    name: new RegExp(text.replace('+', '\\+').replace('movies', 'movies?'), 'i'),
  });
  if ((await example.count()) > 0) await pressOk(page, example, effort);
  else {
    await pressOk(page, page.getByRole('textbox', { name: 'What would you like to watch?' }), effort);
    await page.keyboard.type(text);
    effort.presses += pressesFor(text);
    await page.keyboard.press('Enter');
    effort.presses += 1;
  }
  await pressOk(page, page.locator('button[type=submit]'), effort);
  return effort;
}

/** Returns the presses for a text on an on-screen keyboard with a row of digits, three of letters, and a wide space key. */
function pressesFor(text: string): number {
  const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl+', 'zxcvbnm,.-'];
  let [column, row] = [0, 1];
  let presses = 0;
  for (const letter of text) {
    const nextRow = letter === ' ' ? rows.length : rows.findIndex((letters) => letters.includes(letter));
    const nextColumn = letter === ' ' ? column : rows[nextRow]!.indexOf(letter);
    presses += Math.abs(nextRow - row) + Math.abs(nextColumn - column) + 1;
    [column, row] = [nextColumn, nextRow];
  }
  return presses;
}

/** Says an effort as the table of the guide does: touches, and seconds. */
function cell({ presses, keys, scrolls, ...rest }: Effort, model: keyof typeof seconds): string {
  return `${presses + keys + scrolls}, ${Math.round(seconds[model]({ presses, keys, scrolls, ...rest }))} s`;
}

// Each counts on three screens, by form and by wish. One shows that the counting works.
test.each(inRelease(wishes, wishes.slice(1, 2)))(
  'the guide says how many touches the wish "$text" needs',
  async (wish) => {
    const cells: string[] = [];
    for (const [width, height, model] of [
      [390, 844, 'phone'],
      [1280, 860, 'laptop'],
    ] as const) {
      for (const use of [byForm, byPrompt]) {
        const page = await show(width, height, 'Prompt', 'Empty');
        cells.push(cell(await use(page, wish), model));
        await expect.poll(() => summaryOf(page).textContent()).toBe(wish.sentence);
      }
    }
    for (const use of [byRemote, byRemotePrompt]) {
      const page = await show(1920, 1080, 'Television', 'Wishes');
      cells.push(cell(await use(page, wish), 'remote'));
      await expect.poll(() => summaryOf(page).textContent()).toContain(wish.sentence);
    }
    const row = `| ${[wish.text, ...cells].join(' | ')} |`;
    expect(readFileSync('docs/prompts.md', 'utf8')).toContain(row);
  },
  // The first wish also loads the pages, and presses a key for each minute.
  180_000,
);
