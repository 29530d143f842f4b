import type { Browser, Page, ViewportSize } from 'playwright';
import { bundleScript, servePage } from '../support/chromium/servePage.js';

/** Whether the tests write the committed texts instead of comparing them. */
export const rewrites = process.env['UPDATE_SPOKEN'] !== undefined;

/** What a failed comparison tells the developer. */
export const ACCEPT = 'UPDATE_SPOKEN=1 accepts the change.';

/** A page that shows stories. */
export interface StoryPage {
  readonly page: Page;
  /** Renders a story and plays it. */
  show(file: string, name: string): Promise<void>;
  /** Closes the browser too. */
  close(): Promise<unknown>;
}

/**
 * Opens a page that shows stories, always at the same time and without motion, so that they have the same texts in each
 * run.
 *
 * @param viewport `null` for the size of the window.
 */
export async function openStories(launch: () => Promise<Browser>, viewport: ViewportSize | null): Promise<StoryPage> {
  const [browser, script] = await Promise.all([launch(), bundleScript('test/spoken/app.tsx')]);
  const app = await servePage(script);
  const context = await browser.newContext({ viewport, locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce' });
  await context.addInitScript(fixDate, Date.UTC(2026, 0, 15, 12));
  const page = await context.newPage();
  await page.goto(app.url);
  return {
    page,
    show: (file, name) => page.evaluate(([of, story]) => window.showStory(of, story), [file, name] as const),
    close: () => Promise.all([browser.close(), app.close()]),
  };
}

/**
 * Makes the clock of a page start at a given time, in milliseconds since 1970. It is self-contained, because it runs
 * there.
 */
function fixDate(start: number): void {
  const RealDate = Date;
  const shift = start - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...parts: unknown[]) {
      super(...((parts.length > 0 ? parts : [RealDate.now() + shift]) as [number]));
    }
    static override now() {
      return RealDate.now() + shift;
    }
  } as DateConstructor;
}
