import { longestTask } from './longestTask.mjs';
import { openApp } from './openApp.mjs';
const app = await openApp('rails');
for (const name of ['plain','allTogether','allTogether','allTogether','inBatches']) {
  const page = await app.openPage({ page: name, rows: 200, items: 50 });
  const mount = await longestTask(app.browser, page, async () => { await page.evaluate(() => globalThis.bench.mount()); await page.waitForTimeout(2000); });
  console.log(name, mount.ms, JSON.stringify(await page.evaluate(() => globalThis.bench.countElements())));
  await page.context().close();
}
await app.close();
