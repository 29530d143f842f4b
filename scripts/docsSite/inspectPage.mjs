import axe from 'axe-core';

/** Where a guide is in a page of the site. */
export const GUIDE = '.guide';

/**
 * Opens a page in a tab that shows the site without the frame of Storybook, and returns what it contains:
 * `{ faults, links, anchors }`.
 *
 * @param page its `id`, and `file`, the path of its Markdown.
 * @param options `hasAxe`: whether axe reads the page.
 */
export async function inspectPage(tab, { id, file }, { hasAxe }) {
  const faults = [];
  const stop = watch(tab, (fault) => faults.push(fault));
  await tab.setViewportSize({ width: 1280, height: 900 });
  // The message that the frame of Storybook sends when a reader opens a page.
  await tab.evaluate(
    (storyId) => window.__STORYBOOK_PREVIEW__.channel.emit('setCurrentStory', { storyId, viewMode: 'docs' }),
    id,
  );
  await tab.locator(`${GUIDE}[data-file="${file}"] h1`).first().waitFor();
  await tab.evaluate(() => document.fonts.ready);
  const content = await tab.evaluate(contentOf, GUIDE);
  if (content.headings !== 1) faults.push(`has ${content.headings} headings of level 1`);
  if (hasAxe) faults.push(...(await axeFaults(tab)));
  await tab.setViewportSize({ width: 320, height: 640 });
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) faults.push(`is ${overflow} px too wide for a screen of 320 px`);
  stop();
  return { ...content, faults };
}

/** Reports each line in the console, each error of a script and each failed request of a tab. */
export function watch(tab, report) {
  const listeners = {
    console: (message) => report(`logs: ${message.text()}`),
    pageerror: (error) => report(`throws: ${error.message}`),
    requestfailed: (request) => {
      const { errorText } = request.failure() ?? {};
      // The browser cancels requests of a story when the tab leaves its page.
      if (errorText !== 'net::ERR_ABORTED') report(`cannot load ${request.url()}: ${errorText}`);
    },
    response: (response) => {
      if (response.status() >= 400) report(`gets ${response.status()} for ${response.url()}`);
    },
  };
  for (const [event, listener] of Object.entries(listeners)) tab.on(event, listener);
  return () => {
    for (const [event, listener] of Object.entries(listeners)) tab.off(event, listener);
  };
}

/** Runs in the page. */
function contentOf(guide) {
  const all = (selector) => [...document.querySelectorAll(`${guide} ${selector}`)];
  return {
    headings: all('h1').filter((heading) => heading.textContent.trim() !== '').length,
    links: all('a[href]').map((link) => link.getAttribute('href')),
    anchors: all('[id]').map(({ id }) => id),
  };
}

async function axeFaults(tab) {
  await tab.evaluate(`{ ${axe.source} }`);
  // The stories have their own tests.
  const violations = await tab.evaluate(async (guide) => {
    const found = await window.axe.run(guide, { iframes: false, resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`);
  }, GUIDE);
  return violations.map((violation) => `axe: ${violation}`);
}
