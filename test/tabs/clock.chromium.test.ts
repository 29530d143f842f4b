import { describe, expect, test } from 'vitest';
import { adopt, createPage } from './support/actions.js';
import { DAY_MS, devices, MINUTE_MS } from './support/device.js';

const device = devices();

describe.each([
  ['correct', 0],
  ['a day ahead', DAY_MS],
  ['a day behind', -DAY_MS],
])('with a clock that is %s', (_kind, clockIsOffBy) => {
  test('all calls within half an hour use one session, and the first call after that begins another', async () => {
    const { openTab, credential, passTime, mints } = await device({ clockIsOffBy });
    const tab = await openTab();
    await adopt(tab, credential());
    const first = await createPage(tab, [35]);
    await createPage(tab, [18]);
    await passTime(20 * MINUTE_MS);
    expect(await createPage(tab, [35])).toEqual(first);
    expect(mints()).toBe(1);

    await passTime(11 * MINUTE_MS);
    const next = await createPage(tab, [35]);
    await createPage(tab, [18]);
    expect(mints()).toBe(2);
    expect(next.sessionId).not.toBe(first.sessionId);
    expect(next.id).not.toBe(first.id);
  });

  test('simultaneous calls share one session', async () => {
    const { openTab, credential, mints } = await device({ clockIsOffBy });
    const tab = await openTab();
    await adopt(tab, credential());
    const pages = await Promise.all([[35], [18], [27], [35]].map((genres) => createPage(tab, genres)));
    expect(mints()).toBe(1);
    expect(new Set(pages.map(({ sessionId }) => sessionId)).size).toBe(1);
  });
});

test('correcting the clock during a session causes at most one extra mint', async () => {
  const { openTab, credential, context, mints } = await device({ clockIsOffBy: DAY_MS });
  const tab = await openTab();
  await adopt(tab, credential());
  await createPage(tab, [35]);
  await context.clock.setSystemTime(Date.now());
  await createPage(tab, [35]);
  await createPage(tab, [18]);
  expect(mints()).toBeLessThanOrEqual(2);
});
