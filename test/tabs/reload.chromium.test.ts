import { expect, test } from 'vitest';
import { adopt, createPage, stateOf } from './support/actions.js';
import { devices, untilKnown } from './support/device.js';

const device = devices();

test('a reload keeps the user and the profile', async () => {
  const { openTab, credential, profiles, mints } = await device();
  const tab = await openTab();
  expect(await stateOf(tab)).toEqual({ status: 'signedOut' });
  await adopt(tab, credential());
  await createPage(tab);
  await tab.reload();
  await untilKnown(tab);
  expect(await stateOf(tab)).toEqual({ status: 'active', profileId: profiles[0] });
  expect(await tab.evaluate(() => window.tab.states)).toEqual([{ status: 'active', profileId: profiles[0] }]);
  await createPage(tab);
  // The session token was only in memory, and no other tab can offer one.
  expect(mints()).toBe(2);
});

test('browser storage contains no readable token after a sign-in, a page and a reload', async () => {
  const { openTab, credential, context } = await device();
  const tokens = new Set<string>();
  context.on('request', (request) => {
    const bearer = request.headers()['authorization'];
    if (bearer) tokens.add(bearer.replace('Bearer ', ''));
  });
  const tab = await openTab();
  const seen: string[] = [];
  const look = async () => {
    seen.push(await tab.evaluate(() => window.tab.everythingAtRest()), JSON.stringify(await context.storageState()));
  };
  await adopt(tab, credential());
  await look();
  await createPage(tab);
  await look();
  await tab.reload();
  await untilKnown(tab);
  await createPage(tab);
  await look();
  // One refresh token, and a session token before and after the reload.
  expect(tokens.size).toBe(3);
  expect(seen.join()).toContain('discovr-');
  for (const token of tokens) expect(seen.join()).not.toContain(token);
});
