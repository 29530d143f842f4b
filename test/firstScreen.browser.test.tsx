import type { ComponentType } from 'react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import css from '../src/styles/styles.css?inline';
import { createTestDiscovr } from '../src/testing/createTestDiscovr.js';
import { Browse } from '../stories/Examples.stories.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
afterEach(() => page.viewport(414, 896));

// The example takes no arguments from Storybook.
const Example = Browse.render as ComponentType;
const heroTitle = () => document.querySelector('.discovr-Hero-title');
const button = (name: string) => page.getByRole('button', { name, exact: true });

test.each([390, 1280])('the example of the README shows the result of Apply on the screen (%i px)', async (width) => {
  await page.viewport(width, 844);
  await render(<Example />, { wrapper: createTestDiscovr().Wrapper });
  await button('Filters').click();
  await page
    .getByRole('group', { name: 'Genres' })
    .getByRole('button', { name: /^Show all/ })
    .click();
  await page.getByRole('checkbox', { name: 'Western', exact: true }).click();
  await button('Show titles').click();
  await expect.element(button('Filters, 1 active')).toBeVisible();
  await vi.waitFor(() => {
    expect(document.querySelector('.discovr-DiscovrPage')).toHaveAttribute('data-state', 'ready');
    expect(document.querySelector('[data-previous]')).toBeNull();
    const { top, bottom } = heroTitle()!.getBoundingClientRect();
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(innerHeight);
  });
});
