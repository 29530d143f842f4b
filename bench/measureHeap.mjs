const [WARM_UP, SWITCHES] = [50, 500];
const MAX_RATIO = 1.1;

/** Compares the heap after 500 switches between tabs with the heap after 50, each after a garbage collection. */
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
    'Heap when switching between five pages: ratio to the heap after 50 switches': [
      row(WARM_UP, first),
      { ...row(SWITCHES, last), target: MAX_RATIO },
    ],
  };
}
