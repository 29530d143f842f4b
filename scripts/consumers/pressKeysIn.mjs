import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

const TIMEOUT_MS = 20_000;
/** Keys in order, and what has the focus after each: in the page or in a dialog. */
const STEPS = [
  ['ArrowDown', 'page', 'card 0'],
  ['ArrowRight', 'page', 'card 1'],
  ['Enter', 'dialog', 'Like'],
  ['Back', 'page', 'card 1'],
  ['Back', 'dialog', 'No'],
  ['Back', 'page', 'card 1'],
];

/** Codes of the keys of a remote control, as Tizen sends them. */
const CODES = { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Enter: 13, Back: 10_009 };

/**
 * Opens an app in the browser of a television and operates it with the keys of a remote control: to a rail, to its
 * second card, into the title sheet, and Back until the app asks whether to exit. Returns everything that went wrong.
 */
export function pressKeysIn(browser, url) {
  return operate(browser, async ({ press, untilSeen }, page, faults) => {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('requestfailed', (request) => faults.push(`failed request: ${request.url()}`));
    await page.goto(url);
    // A screen has its focus when it is mounted.
    await untilSeen('page', 'Details');
    for (const [key, ...seen] of STEPS) {
      await press(key);
      await untilSeen(...seen);
    }
  });
}

/**
 * Opens an app whose API is down, and chooses another tab while the API is down again. Each time, the user reads why there
 * is no page, and gets it with the keys once the API is back. Returns everything that went wrong.
 */
export function comeBackIn(browser, url, connection) {
  return operate(browser, async ({ press, untilSeen }, page) => {
    await page.goto(url);
    await untilSeen('failure', 'Try again');
    await connection.start();
    await press('Enter');
    await untilSeen('page', 'Details');
    connection.stop();
    await press('ArrowUp');
    await untilSeen('page', 'Home');
    await press('ArrowRight');
    await press('Enter');
    await untilSeen('failure', 'Movies');
    await press('ArrowDown');
    await untilSeen('failure', 'Try again');
    await connection.start();
    await press('Enter');
    await untilSeen('page', 'Details');
  });
}

/** Opens a page and uses it with the keys of a remote control. Returns everything that went wrong. */
async function operate(browser, act) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const faults = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.stack}`));
  const devTools = await page.context().newCDPSession(page);

  /** Presses a key. Playwright's keyboard does not know the Back key. */
  const press = async (key) => {
    const code = { windowsVirtualKeyCode: CODES[key], ...(key !== 'Back' && { key, code: key }) };
    await devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...code, ...(key === 'Enter' && { text: '\r' }) });
    await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...code });
  };
  /** Waits until the page looks as expected. Playwright's own waiting needs a newer browser. */
  const untilSeen = async (...expected) => {
    const deadline = Date.now() + TIMEOUT_MS;
    let seen;
    do {
      seen = await page.evaluate(describe);
      if (expected.join() === seen.join()) return;
      await wait(50);
    } while (Date.now() < deadline);
    assert.deepEqual(seen, expected);
  };

  try {
    await act({ press, untilSeen }, page, faults);
  } catch (error) {
    faults.push(error.stack ?? String(error));
  }
  await page.close();
  return faults;
}

/** Says what the page shows and what has the focus. Runs in the page. */
function describe() {
  const active = document.activeElement;
  const position = active.closest('[data-position]')?.dataset.position;
  const focused = active === document.body ? '' : active.getAttribute('aria-label') || active.textContent;
  const textOf = (selector) => document.querySelector(selector)?.textContent;
  let shown = 'nothing';
  if (document.querySelector('dialog[open]')) shown = 'dialog';
  else if (textOf('.discovr-StateNotice-title') && textOf('.discovr-StateNotice [role="alert"]')) shown = 'failure';
  else if (document.querySelector('.discovr-Rail[data-state="ready"]')) shown = 'page';
  return [shown, position ? `card ${position}` : focused];
}
