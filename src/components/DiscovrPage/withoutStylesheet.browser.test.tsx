import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { untilStill } from '../../../test/support/untilStill.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrPage } from './DiscovrPage.js';

test('without a stylesheet, a page loads few rails at first, and the others when the user scrolls', async () => {
  await page.viewport(1280, 800);
  const { client, control, queryClient, Wrapper } = createTestDiscovr({ latencyMs: 50, seed: 'page' });
  const { id } = await client.createPage();
  await render(
    <main>
      {/* As on a page with a short hero, while the images load, which have no size yet. */}
      <style>{'img, .discovr-Hero { display: none }'}</style>
      <DiscovrPage pageId={id} href="#{id}" />
    </main>,
    { wrapper: Wrapper },
  );
  let most = 0;
  const untilAtRest = () =>
    untilStill(() => {
      most = Math.max(most, queryClient.isFetching());
      return queryClient.isFetching() > 0;
    });
  const railPaths = () =>
    new Set(control.requests.map(({ path }) => path).filter((path) => /rows\/.+\/items$/.test(path)));
  await untilAtRest();
  expect(railPaths().size).toBeLessThanOrEqual(4);
  // Three rails, and more rows.
  expect(most).toBeLessThanOrEqual(4);
  for (let times = 0; times < 4; times += 1) {
    scrollTo(0, document.body.scrollHeight);
    await untilAtRest();
  }
  expect(railPaths().size).toBeGreaterThan(6);
});
