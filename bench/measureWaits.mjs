import { setTimeout as pause } from 'node:timers/promises';
import { serveEmulator } from './measureRemote.mjs';

/** How many times slower than this machine the processor is. */
const THROTTLING = 6;
const STARTS = 5;
/** How long each key is held, and the time between its repeats, in milliseconds. */
const HELD_MS = 5_000;
const REPEAT_MS = 33;
/** Keys with the numbers by which the browser knows them. */
const KEYS = { ArrowDown: 40, ArrowUp: 38, ArrowRight: 39, ArrowLeft: 37 };

/**
 * Opens the sheet of a title, twice, and holds each arrow key, on a slow processor. Measures the time from the key to the
 * end of the first frame with the sheet, and how long a message to the main thread waits while a key is held.
 */
export async function measureWaits({ openPage }) {
  const emulator = await serveEmulator();
  const [first, second] = [[], []];
  const waits = Object.fromEntries(Object.keys(KEYS).map((key) => [key, []]));
  try {
    for (let start = 0; start < STARTS; start += 1) {
      const page = await openPage(emulator.settings, 'sheet.html');
      await showPhotos(page, emulator.settings.basePath);
      await page.waitForFunction(() => globalThis.bench.firstCardAt(), undefined, { timeout: 60_000 });
      const devTools = await page.context().newCDPSession(page);
      await devTools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
      await press(page, 'ArrowDown');
      for (const key of Object.keys(KEYS)) waits[key].push(await longestWait(page, devTools, key));
      // From the hero to a card.
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await press(page, key);
      first.push(await press(page, 'Enter'));
      await press(page, 'Escape');
      second.push(await press(page, 'Enter'));
      await page.context().close();
    }
  } finally {
    emulator.end();
  }
  // Other programs only add to a time, so the least one is the closest.
  const rowOf = (name, samples, limit) => ({ name, ms: Math.min(...samples), limit });
  return {
    'Waiting, on a processor 6 times slower': [
      rowOf('a title sheet, to its first frame', first, 150),
      rowOf('a title sheet that has been open before, to its first frame', second, 150),
      ...Object.keys(KEYS).map((key) => rowOf(`longest wait of a message while ${key} is held`, waits[key], 100)),
    ],
  };
}

/**
 * Starts a page again with photos in place of the drawings of the emulator. Titles have photos, which browsers decode
 * beside the main thread. Chromium parses each drawing on the main thread, as a document of its own.
 */
export async function showPhotos(page, basePath) {
  const body = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 342, height: 513 } });
  const photos = `${new URL(page.url()).origin}/photos`;
  let count = 0;
  await page.route(`${photos}/*`, (route) => route.fulfill({ body, contentType: 'image/jpeg' }));
  await page.route(`${basePath}/**`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({
      response,
      body: text.replace(/data:image\/svg[^"]*/g, () => `${photos}/${(count += 1)}.jpg`),
    });
  });
  await page.reload();
}

/** Presses a key and waits until the page is quiet. Returns the milliseconds to the end of the frame of the key. */
async function press(page, key) {
  await page.keyboard.press(key);
  await page.waitForFunction(() => globalThis.bench.hasSample());
  const ms = await page.evaluate(() => globalThis.bench.takeSample());
  await pause(2_000);
  return ms;
}

/** Holds a key. Returns how long a message to the main thread waited at most, in milliseconds. */
async function longestWait(page, devTools, key) {
  const isStopped = await page.evaluateHandle(probe);
  const event = (type, autoRepeat = false) =>
    devTools.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: KEYS[key], autoRepeat });
  // Each command is sent when it is time, even if the page has not handled the one before.
  const sent = [];
  const began = performance.now();
  for (let count = 0; count * REPEAT_MS < HELD_MS; count += 1) {
    sent.push(event('rawKeyDown', count > 0));
    await pause(Math.max(0, began + (count + 1) * REPEAT_MS - performance.now()));
  }
  await Promise.all([...sent, event('keyUp')]);
  const longest = await isStopped.evaluate((stop) => stop());
  await page.evaluate(() => {
    while (globalThis.bench.hasSample()) globalThis.bench.takeSample();
  });
  await pause(2_000);
  return longest;
}

/** Sends messages to the main thread, one after the other. Returns a function that stops it and returns the longest wait. */
function probe() {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let sentAt = 0;
  const send = () => {
    sentAt = performance.now();
    port2.postMessage(undefined);
  };
  port1.addEventListener('message', () => {
    longest = Math.max(longest, performance.now() - sentAt);
    setTimeout(send, 5);
  });
  port1.start();
  send();
  return () => {
    port1.close();
    // The message that is still waiting.
    return Math.max(longest, performance.now() - sentAt);
  };
}
