import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromTraffic } from '@mswjs/source/traffic';
import { getResponse } from 'msw';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/index.js';
import { recordHar, type Har } from '../../src/har/index.js';
import { launchChromium, launchWholeChromium } from '../support/chromium/launchChromium.js';

const url = 'https://api.discovr.media/profiles';
let folder: string;
let har: Har;
/** Status and number of profiles that the recorded response has. */
const recorded = { status: 200, profiles: 2 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'discovr-har-'));
  const emulator = createEmulator();
  const recording = recordHar({ fetch: emulator.fetch });
  const { refreshToken } = emulator.issueCredential();
  await recording.fetch(url, { method: 'GET', headers: { authorization: `Bearer ${refreshToken}` } });
  har = await recording.har();
});
afterAll(() => rm(folder, { recursive: true }));

test('Playwright answers from a recording', async () => {
  const file = join(folder, 'recording.har');
  await writeFile(file, JSON.stringify(har));
  const browser = await launchChromium();
  try {
    const context = await browser.newContext();
    await context.routeFromHAR(file, { url: `${url}*` });
    const page = await context.newPage();
    const answer = await page.evaluate(async (address) => {
      const response = await fetch(address);
      const { profiles } = (await response.json()) as { profiles: unknown[] };
      return { status: response.status, profiles: profiles.length };
    }, url);
    expect(answer).toEqual(recorded);
  } finally {
    await browser.close();
  }
});

test('Mock Service Worker answers from a recording', async () => {
  // As read from a file: its types are those of the specification, with an index signature.
  const traffic: Parameters<typeof fromTraffic>[0] = JSON.parse(JSON.stringify(har));
  const response = await getResponse(fromTraffic(traffic), new Request(url));
  const { profiles } = (await response!.json()) as { profiles: unknown[] };
  expect({ status: response!.status, profiles: profiles.length }).toEqual(recorded);
});

test("Chromium's network panel opens a recording", async () => {
  const answers = [Response.json({ code: 'TOKEN_EXPIRED' }, { status: 401 })];
  const recording = recordHar({
    fetch: () => {
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('fetch failed'));
    },
  });
  await recording.fetch(`${url}/profile_1`, { method: 'PATCH', body: '{"name":"Wilhelmina"}' });
  await recording.fetch('https://api.discovr.media/pages/page_1').catch(() => undefined);
  const { entries } = (await recording.har()).log;
  const opened = { log: { ...har.log, entries: [...har.log.entries, ...entries] } };

  const browser = await launchWholeChromium();
  try {
    const page = await browser.newPage();
    await page.goto('devtools://devtools/bundled/devtools_app.html');
    await page.getByRole('tab', { name: 'Network', exact: true }).click();
    await page.evaluate(openInPanel(opened));
    const row = (text: RegExp) => page.locator('tr').filter({ hasText: text });
    expect(await row(/^\s*profiles/).innerText()).toMatch(/200/);
    // The panel has no place for the reason of a failure that was imported.
    await row(/^\s*page_1/).waitFor();
    expect(await row(/^\s*profile_1/).innerText()).toMatch(/401/);
    await row(/^\s*profile_1/)
      .locator('td')
      .first()
      .click();
    await page.getByRole('tab', { name: 'Response' }).click();
    await page.getByText('TOKEN_EXPIRED').first().waitFor();
  } finally {
    await browser.close();
  }
});

/**
 * Opens a recording as the button of the network panel does. A text, because Vite would change the imports of a
 * function.
 */
const openInPanel = (recording: Har) => `(async () => {
  const { NetworkPanel } = await import('devtools://devtools/bundled/panels/network/network.js');
  const file = new File([${JSON.stringify(JSON.stringify(recording))}], 'recording.har');
  await NetworkPanel.NetworkPanel.instance().networkLogView.onLoadFromFile(file);
})()`;
