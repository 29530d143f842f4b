import { beforeEach } from 'vitest';
import { page } from 'vitest/browser';

/** Width and height of the screens that televisions report. All look the same from the sofa. */
export const TELEVISION_SCREENS = [
  [1920, 1080],
  [1280, 720],
  [960, 540],
] as const;

/** Starts each test of a file on the largest screen of a television, which the app fills. */
export function startOnTelevision(): void {
  beforeEach(async () => {
    document.body.style.margin = '0';
    window.scrollTo(0, 0);
    await page.viewport(...TELEVISION_SCREENS[0]);
  });
}
