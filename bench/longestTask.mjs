/**
 * Returns the longest task of the main thread while `run` runs, in milliseconds of CPU time. CPU time excludes the time
 * that other programs take.
 */
export async function longestTask(browser, page, run) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const result = await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  const mainThreads = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && mainThreads.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('The trace contains no tasks of the main thread.');
  return { result, ms: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000 };
}

const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
