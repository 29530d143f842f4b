import { beforeEach } from 'vitest';
import { page } from 'vitest/browser';
import { inRelease } from './inRelease.js';

const LARGEST = [1920, 1080] as const;
const SMALLEST = [960, 540] as const;

/** Width and height of the screens that televisions report. All look the same from the sofa. */
export const TELEVISION_SCREENS = inRelease<readonly [width: number, height: number]>(
  [LARGEST, [1280, 720], SMALLEST],
  [LARGEST, SMALLEST],
);

/** Starts each test of a file on the largest screen of a television, which the app fills. */
export function startOnTelevision(): void {
  beforeEach(async () => {
    document.body.style.margin = '0';
    window.scrollTo(0, 0);
    await page.viewport(...LARGEST);
  });
}
