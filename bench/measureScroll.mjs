import { longestTask } from './longestTask.mjs';
import { median, medianRatio, shuffled } from './statistics.mjs';

const ROUNDS = 3;
const [ROWS, FEW_ROWS, ITEMS] = [200, 20, 50];
const MAX_TASK_MS = 50;
const NOMINAL_FRAME_MS = 1000 / 60;
/** Time until all work of mounting a page is done. */
const SETTLING_MS = 2000;

const PAGES = {
  plain: 'plain lists, all titles in the document',
  inBatches: '<Rail>s, five more near the end',
  allTogether: '<Rail>s, all together',
  instantSearch: 'InstantSearch, infinite hits, one more row near the end',
};
const RAIL_PAGES = ['inBatches', 'allTogether'];

/** Mounts 200 rows of 50 titles, scrolls down to the end, scrolls one of the rows sideways, and counts the elements. */
export async function measureScroll({ browser, openPage }) {
  const samples = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of shuffled(Object.keys(PAGES))) samples[name].push(await sampleOf(browser, openPage, name, ROWS));
  }
  const few = {};
  for (const name of RAIL_PAGES) few[name] = await sampleOf(browser, openPage, name, FEW_ROWS);

  /** Returns one table row per page, with the median of its ratios to the plain lists. Each round yields one ratio. */
  const group = (measureOf, cellOf, limitOf = () => undefined) =>
    Object.entries(PAGES).map(([name, what]) => {
      const [values, base] = [samples[name], samples.plain].map((rounds) => rounds.map(measureOf));
      const isComparable = base.every((measure) => measure > 0);
      return {
        name: what,
        ...cellOf(median(values)),
        ratio: isComparable ? medianRatio(values, base) : undefined,
        limit: limitOf(name),
      };
    });
  const ms = (measure) => ({ ms: measure });
  const share = (measure) => ({ figure: `${(measure * 100).toFixed(1)} %` });
  const count = (measure) => ({ figure: measure.toLocaleString('en') });
  const limitOf = (name) => (RAIL_PAGES.includes(name) ? MAX_TASK_MS : undefined);
  const comparison = 'ratio to plain lists';
  return {
    [`Longest task, scrolling down: ${comparison}`]: group(({ down }) => down.ms, ms, limitOf),
    [`Longest task, scrolling a row sideways: ${comparison}`]: group(({ sideways }) => sideways.ms, ms, limitOf),
    [`Longest task, mounting: ${comparison}`]: group(({ mount }) => mount.ms, ms, limitOf),
    [`Dropped frames, scrolling down: ${comparison}`]: group(({ down }) => droppedShare(down.result), share),
    [`Dropped frames, scrolling a row sideways: ${comparison}`]: group(
      ({ sideways }) => droppedShare(sideways.result),
      share,
    ),
    [`Elements after scrolling: ${comparison}`]: group(({ elements }) => elements.all, count),
    [`Elements in laid-out rows after scrolling: ${comparison}`]: group(({ elements }) => elements.laidOut, count),
    [`Elements laid out in ${ROWS} rows: ratio to ${FEW_ROWS} rows`]: RAIL_PAGES.map((name) => {
      const [many, fewer] = [samples[name][0], few[name]].map(({ elements }) => elements.laidOut);
      return { name: PAGES[name], ...count(many), ratio: many / fewer, target: 1.1 };
    }),
  };
}

async function sampleOf(browser, openPage, name, rows) {
  const page = await openPage({ page: name, rows, items: ITEMS });
  const mount = await longestTask(browser, page, async () => {
    await page.evaluate(() => globalThis.bench.mount());
    await page.waitForTimeout(SETTLING_MS);
  });
  const down = await longestTask(browser, page, () => page.evaluate(() => globalThis.bench.scrollDown()));
  const sideways = await longestTask(browser, page, () => page.evaluate(() => globalThis.bench.scrollSideways()));
  // Titles outside the visible part of a rail join in idle time.
  await page.waitForTimeout(SETTLING_MS);
  const elements = await page.evaluate(() => globalThis.bench.countElements());
  await page.context().close();
  if (elements.rows !== rows) throw new Error(`The page "${name}" showed ${elements.rows} of ${rows} rows.`);
  return { mount, down, sideways, elements };
}

function droppedShare(frames) {
  return frames.filter((frame) => frame > 1.5 * NOMINAL_FRAME_MS).length / frames.length;
}
