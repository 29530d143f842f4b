import { expect, test } from 'vitest';
import { adopt, createPage, failureOfCreatePage, setVisible, stateOf } from './support/actions.js';
import { devices, HOUR_MS, MINUTE_MS } from './support/device.js';

const device = devices();

test('ten minutes without a network sign nobody out, and the session goes on afterwards', async () => {
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

test('a reload while there is no network to mint with keeps the person signed in', async () => {
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

test('a tab that slept for an hour mints nothing by waking, and one session at its next call', async () => {
  const { openTab, credential, profiles, passTime, mints } = await device();
  const tab = await openTab();
  await adopt(tab, credential());
  const before = await createPage(tab);

  await setVisible(tab, false);
  await passTime(HOUR_MS);
  await setVisible(tab, true);
  // Give a mint the time of a whole request, before and after its timers fire. Listing profiles needs no session.
  const askForProfiles = () => tab.evaluate(() => window.tab.client.getProfiles());
  await askForProfiles();
  await passTime(MINUTE_MS);
  await askForProfiles();
  expect(mints()).toBe(1);

  const [after, again] = await Promise.all([createPage(tab), createPage(tab)]);
  expect(mints()).toBe(2);
  expect(after.sessionId).not.toBe(before.sessionId);
  expect(again).toEqual(after);
  expect(await stateOf(tab)).toEqual({ status: 'active', profileId: profiles[0] });
});
