import { expect, test } from 'vitest';
import { adopt, createPage, failureOfCreatePage, setVisible, stateOf } from './support/actions.js';
import { devices, HOUR_MS, MINUTE_MS } from './support/device.js';

const device = devices();

test('the user stays signed in during ten minutes offline, and the session continues afterwards', async () => {
  const { openTab, credential, profiles, passTime, context, mints } = await device();
  const active = { status: 'active', profileId: profiles[0] } as const;
  const tab = await openTab();
  await adopt(tab, credential());
  const before = await createPage(tab);

  await context.setOffline(true);
  expect(await failureOfCreatePage(tab)).toBe('NETWORK_ERROR');
  await passTime(10 * MINUTE_MS);
  expect(await failureOfCreatePage(tab)).toBe('NETWORK_ERROR');
  expect(await stateOf(tab)).toEqual(active);

  await context.setOffline(false);
  expect(await createPage(tab)).toEqual(before);
  expect(await stateOf(tab)).toEqual(active);
  expect(mints()).toBe(1);
});

test('a reload while Discovr is unreachable keeps the user signed in', async () => {
  const { openTab, credential, profiles, control } = await device();
  const tab = await openTab();
  await adopt(tab, credential());
  control.setOffline(true);
  await tab.reload();
  expect(await failureOfCreatePage(tab)).toBe('NETWORK_ERROR');
  expect(await stateOf(tab)).toEqual({ status: 'active', profileId: profiles[0] });
  control.setOffline(false);
  await createPage(tab);
});

test('a tab suspended for an hour mints nothing when it wakes, and mints once for its next calls', async () => {
  const { openTab, credential, profiles, passTime, mints } = await device();
  const tab = await openTab();
  await adopt(tab, credential());
  const before = await createPage(tab);

  await setVisible(tab, false);
  await passTime(HOUR_MS);
  await setVisible(tab, true);
  // Requests for profiles cause no mint, but take long enough for an unwanted mint to reach the server. The first
  // request is sent before timers fire, the second one after.
  const requestProfiles = () => tab.evaluate(() => window.tab.client.getProfiles());
  await requestProfiles();
  await passTime(MINUTE_MS);
  await requestProfiles();
  expect(mints()).toBe(1);

  const [after, again] = await Promise.all([createPage(tab), createPage(tab)]);
  expect(mints()).toBe(2);
  expect(after.sessionId).not.toBe(before.sessionId);
  expect(again).toEqual(after);
  expect(await stateOf(tab)).toEqual({ status: 'active', profileId: profiles[0] });
});
