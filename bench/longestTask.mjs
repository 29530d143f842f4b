/**
 * Longest task of the page's main thread while something runs, in milliseconds of processor time: what another program
 * takes from the processor meanwhile does not count.
 */
export async function longestTask(browser, page, run) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const result = await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  const mainThreads = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && mainThreads.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('The trace has no tasks of a page.');
  return { result, ms: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000 };
}

const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
