import { chromium } from 'playwright';
const [,, outDir, ...args] = process.argv;
// args: id[:w[:h[:scheme[:full]]]]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-dev-shm-usage'] });
for (const arg of args) {
  const [id, w='1280', h='800', scheme='light', full=''] = arg.split(':');
  const ctx = await browser.newContext({ viewport: { width: +w, height: +h }, colorScheme: scheme });
  const page = await ctx.newPage();
  await page.goto(`http://localhost:6006/iframe.html?id=${id}&viewMode=story`);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `${outDir}/${id}-${w}-${scheme}.png`, fullPage: full === 'full' });
  await ctx.close();
}
await browser.close();
