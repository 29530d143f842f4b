import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../scripts/consumers/processes.mjs';
import { median } from './statistics.mjs';

const command = fileURLToPath(new URL('../dist/emulator/command.js', import.meta.url));

const PAGES = {
  norigin: 'Norigin',
  noriginWithHero: 'Norigin with a hero',
  ours: '`<DiscovrPage>`',
  heard: '`<DiscovrPage>` with `onEvent`',
};
/** The file of each page and its query. */
const ADDRESSES = {
  norigin: ['norigin.html', {}],
  noriginWithHero: ['norigin.html', { hero: 'true' }],
  ours: ['ours.html', {}],
  heard: ['ours.html', { heard: 'true' }],
};
/** How many times slower than this machine the processor is. */
const THROTTLING = 6;
const STARTS = 15;
/** In how many of the starts keys are pressed. */
const STARTS_WITH_KEYS = 5;
/** Rows that are visited. In each, the focus moves three titles sideways and back. */
const ROWS = 10;
const SIDEWAYS = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'];
/** Pause between two keys, in milliseconds, like that of a user who looks for a title. */
const PAUSE_MS = 250;
/** Keys before the heap is measured. */
const HEAP_KEYS = 1_000;

/**
 * Starts each page in turn, over HTTP and on a slow processor, and presses the keys of a remote control. Compares with a
 * page of plain lists that uses Norigin's spatial navigation.
 */
export async function measureRemote({ openPage }) {
  const { settings, end } = await serveEmulator();
  try {
    const runs = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
    for (let start = 0; start < STARTS; start += 1) {
      for (const name of Object.keys(PAGES))
        runs[name].push(await startOnce(openPage, name, settings, start < STARTS_WITH_KEYS));
    }
    const heaps = {};
    for (const name of Object.keys(PAGES)) heaps[name] = await heapAfterKeys(openPage, name, settings);
    return { 'A page by remote control, on a processor 6 times slower: ratio to Norigin': tableOf(runs, heaps) };
  } finally {
    end();
  }
}

/** Starts the emulator in a process of its own. Returns the settings of a client, and a function that ends it. */
export async function serveEmulator() {
  const emulator = serve([command, '--port', '0'], {});
  return { settings: readSettings(await emulator.untilPrinted(/Press Ctrl-C/)), end: () => emulator.end() };
}

async function startOnce(openPage, name, settings, hasKeys) {
  const { page, devTools } = await openSlowly(openPage, name, settings, THROTTLING);
  await page.waitForFunction(() => globalThis.bench.firstCardAt(), undefined, { timeout: 60_000 });
  await pause(3_000);
  const longestTask = await page.evaluate(() => globalThis.bench.longestTask());
  const firstCard = await page.evaluate(() => globalThis.bench.firstCardAt());
  const keys = hasKeys ? await pressKeys(page, name) : undefined;
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.context().close();
  return { firstCard, longestTask, keys };
}

/** Presses the keys of a user who looks for a title. Returns the milliseconds of each key that moved the focus. */
async function pressKeys(page, name) {
  const [sideways, down] = [[], []];
  // From the hero, if there is one, into the first rail.
  for (let key = 0; key < 3; key += 1) await press(page, 'ArrowDown');
  for (let row = 0; row < ROWS; row += 1) {
    for (const key of SIDEWAYS) sideways.push(...(await press(page, key)));
    down.push(...(await press(page, 'ArrowDown')));
  }
  if (sideways.length < ROWS * 4 || down.length < ROWS - 1)
    throw new Error(`Too few keys of "${name}" moved the focus.`);
  return { sideways, down };
}

/** Returns the bytes of the JavaScript heap, and the sum with the heap of the browser's own objects, such as elements. */
async function heapAfterKeys(openPage, name, settings) {
  const { page, devTools } = await openSlowly(openPage, name, settings, 1);
  await page.waitForFunction(() => globalThis.bench.firstCardAt(), undefined, { timeout: 60_000 });
  const keys = ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'];
  for (let key = 0; key < HEAP_KEYS; key += 1) {
    // Down through the page and up again.
    const pressed = keys[key % keys.length];
    await page.keyboard.press(pressed === 'ArrowDown' && key % 200 >= 100 ? 'ArrowUp' : pressed);
  }
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize } = await devTools.send('Runtime.getHeapUsage');
  await page.context().close();
  return { scripts: usedSize, all: usedSize + embedderHeapUsedSize };
}

async function openSlowly(openPage, name, settings, rate) {
  const [file, query] = ADDRESSES[name];
  const page = await openPage({ ...settings, ...query }, file);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate });
  // `openPage` starts the page at full speed, so it is started again.
  await page.reload();
  return { page, devTools };
}

/** Presses a key. Returns the milliseconds to the end of its frame, or nothing if the focus stays, as at the end of a row. */
async function press(page, key) {
  const before = await page.evaluate(() => globalThis.bench.focusedName());
  await page.keyboard.press(key);
  await page.waitForFunction(() => globalThis.bench.hasSample());
  const ms = await page.evaluate(() => globalThis.bench.takeSample());
  await pause(PAUSE_MS);
  const after = await page.evaluate(() => globalThis.bench.focusedName());
  return before === after ? [] : [ms];
}

function tableOf(runs, heaps) {
  const ofStarts = (figure) => (name) => median(runs[name].map(figure));
  const ofKeys = (figure) => (name) => median(runs[name].flatMap(({ keys }) => keys ?? []).map(figure));
  const rows = (what, valueOf, limit) =>
    Object.keys(PAGES).map((name) => ({
      name: `${PAGES[name]}: ${what}`,
      ms: valueOf(name),
      ratio: valueOf(name) / valueOf('norigin'),
      ...(name === 'ours' && { target: 1, ...(limit && { limit }) }),
    }));
  const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const heapRows = (what, part) =>
    Object.keys(PAGES).map((name) => ({
      name: `${PAGES[name]}: heap after 1,000 keys, ${what}`,
      figure: megabytes(heaps[name][part]),
      ratio: heaps[name][part] / heaps.norigin[part],
      ...(name === 'ours' && { target: 1 }),
    }));
  return [
    ...rows(
      'first card',
      ofStarts(({ firstCard }) => firstCard),
    ),
    ...rows(
      'longest task at the start',
      ofStarts(({ longestTask }) => longestTask),
      200,
    ),
    ...rows(
      'right or left to next frame, median',
      ofKeys(({ sideways }) => median(sideways)),
    ),
    ...rows(
      'right or left to next frame, p95',
      ofKeys(({ sideways }) => percentile95(sideways)),
      50,
    ),
    ...rows(
      'down to next frame, median',
      ofKeys(({ down }) => median(down)),
    ),
    ...rows(
      'down to next frame, p95',
      ofKeys(({ down }) => percentile95(down)),
      66,
    ),
    ...heapRows('JavaScript', 'scripts'),
    ...heapRows('with the DOM', 'all'),
  ];
}

const percentile95 = (numbers) => [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1];

/** Reads the client settings that the emulator command prints. */
function readSettings(text) {
  const field = (name) => new RegExp(`${name}: '([^']+)'`).exec(text)?.[1];
  return { basePath: field('basePath'), refreshToken: field('refreshToken'), profileId: field('profileId') };
}
