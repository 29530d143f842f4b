const [WARM_UP, SWITCHES] = [50, 500];
const MAX_RATIO = 1.1;

/** What 500 switches from tab to tab leave in memory beside the first 50, after a collection of garbage each. */
export async function measureHeap({ openPage }) {
  const page = await openPage({ page: 'switching' });
  const devTools = await page.context().newCDPSession(page);
  const usedAfter = async (switches) => {
    await page.evaluate((times) => globalThis.bench.switchPages(times), switches);
    await devTools.send('HeapProfiler.collectGarbage');
    return (await devTools.send('Runtime.getHeapUsage')).usedSize;
  };
  const first = await usedAfter(WARM_UP);
  const last = await usedAfter(SWITCHES - WARM_UP);
  await page.context().close();
  const row = (switches, bytes) => ({
    name: `after ${switches} switches`,
    figure: `${(bytes / 1024 / 1024).toFixed(1)} MB`,
    ratio: bytes / first,
  });
  return {
    'Heap, switching between five pages: ratio to that after 50': [
      row(WARM_UP, first),
      { ...row(SWITCHES, last), target: MAX_RATIO },
    ],
  };
}
