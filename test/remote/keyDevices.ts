import type { Page } from 'playwright';

/** A device whose random keys operate the app. */
export interface KeyDevice {
  /** Returns the query parameters of the app's URL. */
  readonly query: (seed: number) => string;
  /** Share of the steps that change how the server or the processor behaves, from 0 to 1. */
  readonly changes: number;
  /** Presses a random key. Returns what it did. */
  readonly press: (page: Page, random: () => number) => Promise<string>;
}

/** Name of the Back key of a remote control. */
export const BACK = 'Back';

/** A remote control. With even seeds, the hero follows the focus. */
export const remoteControl: KeyDevice = {
  query: (seed) => (seed % 2 === 0 ? 'heroFollowsFocus' : ''),
  changes: 0.05,
  async press(page, random) {
    const key = pick(REMOTE_KEYS, random());
    if (key === BACK) {
      await page.evaluate(() => {
        const event = new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
      });
      return key;
    }
    if (random() < 0.85) {
      await page.keyboard.press(key);
      return key;
    }
    const times = 4 + Math.floor(random() * 20);
    await Promise.all(Array.from({ length: times }, () => page.keyboard.down(key)));
    await page.keyboard.up(key);
    return `${key} held for ${times} repeats`;
  },
};

/** A keyboard, in an app without `<RemoteControl>`. With odd seeds, the app starts with filters, which can be removed. */
export const keyboard: KeyDevice = {
  query: (seed) => `keyboard${seed % 2 === 0 ? '' : '&f=1&f.genres=35.18&f.services=8'}`,
  changes: 0.15,
  async press(page, random) {
    const key = pick(KEYBOARD_KEYS, random());
    await page.keyboard.press(key);
    return key;
  },
};

type Shares = readonly (readonly [key: string, share: number])[];

const REMOTE_KEYS: Shares = [
  ['ArrowDown', 0.28],
  ['ArrowUp', 0.17],
  ['ArrowRight', 0.2],
  ['ArrowLeft', 0.13],
  ['Enter', 0.15],
  [BACK, 0.07],
];

const KEYBOARD_KEYS: Shares = [
  ['Tab', 0.34],
  ['Shift+Tab', 0.12],
  ['Enter', 0.3],
  ['Space', 0.06],
  ['ArrowDown', 0.05],
  ['ArrowRight', 0.05],
  ['ArrowUp', 0.02],
  ['Escape', 0.06],
];

function pick(keys: Shares, value: number): string {
  let rest = value;
  const [found] = keys.find(([, share]) => (rest -= share) < 0) ?? keys[0]!;
  return found;
}
