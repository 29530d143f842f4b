import { longestTask } from './longestTask.mjs';
import { median } from './statistics.mjs';

const ROUNDS = 3;
const [FEW, MANY] = [100, 10_000];
const MAX_TASK_MS = 50;
/** Time until all work of a step is done. */
const SETTLING_MS = 1000;
/** Presses of "Zoom in" before the timeline is scrolled. */
const ZOOMS = 6;

const STEPS = {
  mount: 'mounting',
  zoom: 'zooming in',
  scroll: 'scrolling at 6,000 pixels per second',
  keys: 'moving through time with the arrow keys',
};

/** Mounts timelines of 100 and 10,000 events, zooms in, scrolls, and moves with the arrow keys. */
export async function measureTimeline({ browser, openPage }) {
  const samples = { [FEW]: [], [MANY]: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const events of [FEW, MANY]) samples[events].push(await sampleOf(browser, openPage, events));
  const of = (events, step) => median(samples[events].map((sample) => sample[step]));
  return {
    [`Longest task of a timeline of ${MANY.toLocaleString('en')} events: ratio to ${FEW}`]: Object.entries(STEPS).map(
      ([step, name]) => ({
        name,
        ms: of(MANY, step),
        ratio: of(MANY, step) / of(FEW, step),
        limit: MAX_TASK_MS,
      }),
    ),
    [`Elements of a timeline of ${MANY.toLocaleString('en')} events: ratio to ${FEW}`]: [
      {
        name: 'after scrolling',
        figure: of(MANY, 'elements').toLocaleString('en'),
        ratio: of(MANY, 'elements') / of(FEW, 'elements'),
      },
    ],
  };
}

async function sampleOf(browser, openPage, events) {
  const page = await openPage({ events });
  const measure = async (act) => {
    const { ms } = await longestTask(browser, page, async () => {
      await act();
      await page.waitForTimeout(SETTLING_MS);
    });
    return ms;
  };
  const mount = await measure(() => page.evaluate(() => globalThis.bench.mount()));
  const zoom = await measure(async () => {
    for (let press = 0; press < ZOOMS; press += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  });
  const scroll = await measure(() => page.evaluate(() => globalThis.bench.scroll(6000, 3)));
  await page.evaluate(() => globalThis.bench.focus());
  const keys = await measure(async () => {
    for (let press = 0; press < 40; press += 1) await page.keyboard.press(press % 4 === 3 ? 'ArrowUp' : 'ArrowLeft');
  });
  const elements = await page.evaluate(() => globalThis.bench.countElements());
  await page.context().close();
  return { mount, zoom, scroll, keys, elements };
}
