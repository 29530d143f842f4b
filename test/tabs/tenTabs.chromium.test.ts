import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { adopt, createPage, expectState } from './support/actions.js';
import { devices, MINUTE_MS, type Device } from './support/device.js';

const device = devices();

/** Opens ten tabs of one user, each of which creates a page in the same session. */
async function tenTabs({ openTab, credential, profiles }: Device): Promise<Page[]> {
  const tabs = await Promise.all(Array.from({ length: 10 }, () => openTab()));
  await adopt(tabs[0]!, credential());
  await Promise.all(tabs.map((tab) => expectState(tab, { status: 'active', profileId: profiles[0] })));
  await Promise.all(tabs.map((tab) => createPage(tab)));
  return tabs;
}

test.each<[string, (one: Device) => Promise<void> | void]>([
  ['has expired', ({ passTime }) => passTime(31 * MINUTE_MS)],
  ['has expired only on the server', ({ control }) => control.expireSession()],
])('ten tabs whose session %s mint once in total, and get the same page', async (_how, end) => {
  const one = await device();
  const tabs = await tenTabs(one);
  expect(one.mints()).toBe(1);

  await end(one);
  one.control.setLatency(50);
  const pages = await Promise.all(tabs.map((tab) => createPage(tab)));
  expect(one.mints()).toBe(2);
  expect(new Set(pages.map(({ sessionId }) => sessionId)).size).toBe(1);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
});

test('ten tabs restored at the same time mint once in total', async () => {
  const one = await device();
  const first = await one.openTab();
  await adopt(first, one.credential());
  await first.close();
  one.control.setLatency(50);
  const tabs = await Promise.all(Array.from({ length: 10 }, () => one.openTab()));
  const pages = await Promise.all(tabs.map((tab) => createPage(tab)));
  expect(one.mints()).toBe(1);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
});

test('a tab that is closed during its mint does not block the others', async () => {
  const one = await device();
  const [first, ...others] = await tenTabs(one);
  await one.passTime(31 * MINUTE_MS);
  one.control.setLatency(500);
  // The response of this call never arrives, because the tab is closed first.
  void createPage(first!).catch(() => undefined);
  await expect.poll(() => one.mints()).toBe(2);
  await first!.close();
  const pages = await Promise.all(others.map((tab) => createPage(tab)));
  expect(one.mints()).toBe(3);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
});
