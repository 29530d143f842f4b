import { setTimeout as pause } from 'node:timers/promises';
import { longestTask } from './longestTask.mjs';
import { serveEmulator } from './measureRemote.mjs';
import { showPhotos } from './measureWaits.mjs';
import { median, medianRatio, shuffled } from './statistics.mjs';

/** How many times slower than this machine the processor is. */
const THROTTLING = 6;
const ROUNDS = 5;
const FRAME_MS = 1000 / 60;
/** Time in which a sheet arrives or leaves, with all its work. */
const SETTLING_MS = 1_500;

/** What the user prefers: nothing moves with `reduce`, the base of the ratios. */
const PREFERENCES = ['reduce', 'no-preference'];
const STEPS = {
  start: 'the start of a page',
  open: 'a title sheet that opens from a card',
  close: 'a title sheet that closes into its card',
};

/**
 * Starts a page, opens the sheet of a title from a card and closes it, on a slow processor, with and without motion. Measures
 * the longest task of each step, and its dropped frames: those without a picture of their own, from the press on.
 */
export async function measureMotion({ browser, openPage }) {
  const { settings, end } = await serveEmulator();
  const samples = Object.fromEntries(PREFERENCES.map((name) => [name, []]));
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of shuffled(PREFERENCES)) samples[name].push(await sampleOf(browser, openPage, name, settings));
  } finally {
    end();
  }
  const table = (measureOf, cellOf) =>
    Object.entries(STEPS).map(([step, name]) => {
      const [base, values] = PREFERENCES.map((preference) => samples[preference].map((each) => measureOf(each[step])));
      const isComparable = base.every((measure) => measure > 0);
      return {
        name,
        ...cellOf(median(values), median(base)),
        ratio: isComparable ? medianRatio(values, base) : undefined,
      };
    });
  return {
    'Longest task with motion, on a processor 6 times slower: ratio to none': table(
      ({ ms }) => ms,
      (ms) => ({ ms }),
    ),
    'Dropped frames with motion, and without': table(
      ({ dropped }) => dropped,
      (dropped, base) => ({ figure: `${dropped} and ${base}` }),
    ),
  };
}

async function sampleOf(browser, openPage, reducedMotion, settings) {
  const page = await openPage(settings, 'motion.html');
  await page.emulateMedia({ reducedMotion });
  // The first step loads the page again.
  await page.addInitScript(noteFrames);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
  const step = async (run) => {
    await page.evaluate(noteFrames);
    const { ms, result } = await longestTask(browser, page, async () => {
      await run();
      await pause(SETTLING_MS);
      return page.evaluate(() => globalThis.frameTimes);
    });
    const dropped = result.map((time, index) => Math.round((time - (result[index - 1] ?? time)) / FRAME_MS) - 1);
    return { ms, dropped: dropped.reduce((sum, each) => sum + Math.max(each, 0), 0) };
  };
  const start = await step(async () => {
    await showPhotos(page, settings.basePath);
    await page.waitForFunction(() => globalThis.bench?.firstCardAt(), undefined, { timeout: 60_000 });
  });
  await pause(2 * SETTLING_MS);
  const card = page.locator('.discovr-Rail [data-position="2"] > button').first();
  await card.scrollIntoViewIfNeeded();
  await pause(SETTLING_MS);
  const open = await step(() => card.click());
  const close = await step(() => page.keyboard.press('Escape'));
  await page.context().close();
  return { start, open, close };
}

/** Keeps the times of the frames, in milliseconds, from now on. */
function noteFrames() {
  const isNoting = globalThis.frameTimes !== undefined;
  globalThis.frameTimes = [];
  if (isNoting) return;
  requestAnimationFrame(function note(now) {
    globalThis.frameTimes.push(now);
    requestAnimationFrame(note);
  });
}
