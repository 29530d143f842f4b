import type { Browser, Page } from 'playwright';
import { VIEWPORT, type Tab, type TabBrowser } from './tab.js';

/** Drives tabs of a browser that Playwright has launched. */
export async function playwrightTabs(browser: Browser, name: string, viewport = VIEWPORT): Promise<TabBrowser> {
  const context = await browser.newContext({ viewport });
  return {
    name: `${name} ${browser.version()}`,
    newTab: async () => playwrightTab(await context.newPage()),
    close: () => browser.close(),
  };
}

/** Wraps a Playwright page as a tab. */
export function playwrightTab(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    show: () => page.bringToFront(),
    close: () => page.close(),
    // Passed as source text: Playwright's types cannot express a function with an optional argument.
    evaluate: (run, ...argument) => page.evaluate(`(${run.toString()})(${JSON.stringify(argument[0])})`),
    clickAt: (x, y) => page.mouse.click(x, y),
    wheel: async (pixels) => {
      const { width, height } = page.viewportSize() ?? VIEWPORT;
      await page.mouse.move(width / 2, height / 2);
      await page.mouse.wheel(0, pixels);
    },
    press: (key) => page.keyboard.press(key),
  };
}
