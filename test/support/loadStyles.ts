import { afterAll, beforeAll } from 'vitest';
import { page } from 'vitest/browser';
import css from '../../src/styles/styles.css?inline';

/** Loads the stylesheet for the tests of a file. Afterwards, the viewport has its original size. */
export function loadStyles(): void {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  beforeAll(() => document.head.append(sheet));
  afterAll(async () => {
    sheet.remove();
    await page.viewport(414, 896);
  });
}
