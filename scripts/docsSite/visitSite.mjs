import { watch } from './inspectPage.mjs';

/**
 * Uses the site as a reader does: opens a link to a heading, follows a link to another page, and searches for a name.
 * Returns what failed.
 */
export async function visitSite(browser, site) {
  const faults = [];
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  watch(tab, (fault) => faults.push(fault));
  const guide = tab.frameLocator('#storybook-preview-iframe').locator('.guide');
  const step = (name, action) => action().catch((error) => faults.push(`${name}: ${error.message.split('\n')[0]}`));
  await step('a link to a heading', async () => {
    await tab.goto(`${site}?path=/docs/guides-form--docs#vocabularies`);
    await untilInView(guide.getByRole('heading', { name: 'Vocabularies' }));
  });
  await step('a link to another page', async () => {
    await guide.getByRole('link', { name: 'states', exact: true }).first().click();
    await guide.getByRole('heading', { level: 1, name: 'States' }).waitFor();
  });
  await step('the search', async () => {
    await tab.getByRole('searchbox').fill('useRailGroup');
    await tab
      .getByRole('option', { name: /useRailGroup/ })
      .first()
      .click();
    await untilInView(guide.getByRole('heading', { level: 2, name: /useRailGroup/ }));
  });
  await tab.close();
  return faults;
}

async function untilInView(heading) {
  await heading.waitFor();
  await heading.evaluate(
    (element) =>
      new Promise((resolve, reject) => {
        const observer = new IntersectionObserver(([entry]) => entry.isIntersecting && resolve(observer.disconnect()));
        observer.observe(element);
        AbortSignal.timeout(10_000).addEventListener('abort', () => reject(new Error('The heading is not in view.')));
      }),
  );
}
