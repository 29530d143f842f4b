import { median, medianRatio, shuffled } from './statistics.mjs';

const COUNTS = [100, 10_000];
const MAX_RATIO = 1.5;
const WARM_UP = 8;
const ROUNDS = 24;

const BACK = 'Backspace';

/** Keys typed into the search field. Each key changes the search results. */
const KEYS = ['m', 'a', BACK, BACK, 's', 'o', BACK, BACK, 'b', 'i', BACK, BACK];

/** Measures the time from a key press in the search field of a short or long list to the end of the resulting frame. */
export async function measureTyping(openPage) {
  const rows = [];
  for (const [kind, what] of [
    ['alike', 'same options found in both lists'],
    ['varied', 'more options found in the long list'],
  ]) {
    const { first, later } = await measureKind(openPage, kind);
    rows.push(...rowsFor(`key to frame, ${what}`, later, MAX_RATIO));
    if (kind === 'alike') rows.push(...rowsFor('first key after mount, to frame', first));
  }
  return rows;
}

async function measureKind(openPage, kind) {
  const pages = await Promise.all(COUNTS.map(() => openPage({ form: 'typing' })));
  const first = COUNTS.map(() => []);
  const later = COUNTS.map(() => []);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const which of shuffled([0, 1])) {
      const times = await typeOnce(pages[which], kind, COUNTS[which]);
      if (round < 0) continue;
      first[which].push(times[0]);
      later[which].push(median(times.slice(1)));
    }
  }
  await Promise.all(pages.map((page) => page.context().close()));
  return { first, later };
}

async function typeOnce(page, kind, count) {
  await page.bringToFront();
  await page.evaluate(([labels, length]) => globalThis.bench.mountTyping(labels, length), [kind, count]);
  const times = [];
  for (const key of KEYS) {
    await page.keyboard.press(key);
    const { ms, rows } = await page.evaluate(() => globalThis.bench.nextSample());
    if (rows === 0) throw new Error(`The list of ${count} genres is empty after the key "${key}".`);
    times.push(ms);
  }
  return times;
}

function rowsFor(name, [short, long], target) {
  return [
    { name: `100 options: ${name}`, ms: median(short), ratio: 1 },
    { name: `10,000 options: ${name}`, ms: median(long), ratio: medianRatio(long, short), target },
  ];
}
