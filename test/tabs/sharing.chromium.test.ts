import { describe, expect, test } from 'vitest';
import { namespaceOf } from '../../src/session/credential.js';
import {
  adopt,
  createPage,
  expectState,
  mute,
  setVisible,
  signOut,
  stateOf,
  switchProfile,
} from './support/actions.js';
import { CLIENT_ID, devices, HOUR_MS, untilKnown, type Device, type TabOptions } from './support/device.js';

const device = devices();

/** Opens a tab and signs in there, and then opens a second tab. */
async function twoTabs({ openTab, credential }: Device, options: TabOptions = {}) {
  const first = await openTab(options);
  await adopt(first, credential());
  return [first, await openTab(options)] as const;
}

describe('the signed-in user', () => {
  test('is the same in all open tabs after a sign-in in one of them', async () => {
    const { openTab, credential, profiles } = await device();
    const [first, second] = [await openTab(), await openTab()];
    expect(await stateOf(second)).toEqual({ status: 'signedOut' });
    await adopt(first, credential());
    await expectState(second, { status: 'active', profileId: profiles[0] });
    await createPage(second);
  });

  test('is signed out in all tabs after a sign-out in one of them, with the reason', async () => {
    const [first, second] = await twoTabs(await device());
    await signOut(first);
    await expectState(second, { status: 'signedOut', reason: 'otherTab' });
    expect(await stateOf(first)).toEqual({ status: 'signedOut', reason: 'signOut' });
  });

  test('changes in all tabs after a sign-in of another user, who gets other pages', async () => {
    const one = await device();
    const [first, second] = await twoTabs(one);
    const previous = await createPage(second);
    await adopt(first, one.credential(one.profiles[1]));
    await expectState(second, { status: 'active', profileId: one.profiles[1] });
    const page = await createPage(second);
    expect(page.id).not.toBe(previous.id);
    expect(page.sessionId).not.toBe(previous.sessionId);
  });

  test('is signed out in a tab that missed the sign-out, as soon as that tab wakes', async () => {
    const one = await device();
    const [first, second] = await twoTabs(one);
    await setVisible(second, false);
    await mute(first);
    await signOut(first);
    await one.passTime(HOUR_MS);
    expect(await stateOf(second)).toMatchObject({ status: 'active' });
    await setVisible(second, true);
    await expectState(second, { status: 'signedOut', reason: 'otherTab' });
  });
});

describe('the active profile', () => {
  test('changes after a switch in another tab', async () => {
    const one = await device();
    const [first, second] = await twoTabs(one);
    await switchProfile(first, one.profiles[1]);
    await expectState(second, { status: 'active', profileId: one.profiles[1] });
    const [mine, theirs] = [await createPage(first), await createPage(second)];
    expect(theirs).toEqual(mine);
    expect(one.mints()).toBe(1);
  });

  test('is separate in each tab with profilePerTab, but a sign-out still applies to all tabs', async () => {
    const one = await device();
    const [alex, sam] = one.profiles;
    const [first, second] = await twoTabs(one, { profilePerTab: true });
    await switchProfile(first, sam);
    const [mine, theirs] = [await createPage(first), await createPage(second)];
    expect(theirs.sessionId).not.toBe(mine.sessionId);
    expect(await createPage(first)).toEqual(mine);
    for (const tab of [first, second]) {
      await tab.reload();
      await untilKnown(tab);
    }
    expect(await stateOf(first)).toEqual({ status: 'active', profileId: sam });
    expect(await stateOf(second)).toEqual({ status: 'active', profileId: alex });
    await signOut(first);
    await expectState(second, { status: 'signedOut', reason: 'otherTab' });
  });
});

describe('the session', () => {
  test('that one tab minted is used by other tabs, which get the same pages without another mint', async () => {
    const one = await device();
    const [first, second] = await twoTabs(one);
    const page = await createPage(first);
    expect(await createPage(second)).toEqual(page);
    expect(await second.evaluate(async (id) => (await window.tab.client.getPage(id)).id, page.id)).toBe(page.id);
    expect(one.mints()).toBe(1);
  });

  test('is used by a tab that is opened later', async () => {
    const one = await device();
    const first = await one.openTab();
    await adopt(first, one.credential());
    const page = await createPage(first);
    expect(await createPage(await one.openTab())).toEqual(page);
    expect(one.mints()).toBe(1);
  });

  test('is still used by a tab after its reload when another tab is open', async () => {
    const one = await device();
    const [first, second] = await twoTabs(one);
    const page = await createPage(first);
    expect(await createPage(second)).toEqual(page);
    await first.reload();
    await untilKnown(first);
    expect(await createPage(first)).toEqual(page);
    expect(one.mints()).toBe(1);
  });
});

describe('messages between tabs', () => {
  test('never contain the refresh token', async () => {
    const one = await device();
    const [alex, sam] = one.profiles;
    const received: string[] = [];
    const listener = await one.openEmptyPage();
    await listener.exposeFunction('receive', (text: string) => received.push(text));
    await listener.evaluate(
      (name) => {
        // `exposeFunction` above defines the function.
        const { receive } = window as unknown as { receive: (text: string) => Promise<void> };
        new BroadcastChannel(name).addEventListener('message', ({ data }) => void receive(JSON.stringify(data)));
      },
      namespaceOf(one.basePaths[0], CLIENT_ID),
    );

    const [first, second] = [await one.openTab(), await one.openTab()];
    const { refreshToken } = one.credential();
    await adopt(first, { refreshToken });
    await expectState(second, { status: 'signedIn' });
    for (const profileId of [alex, sam]) {
      await switchProfile(first, profileId);
      await expectState(second, { status: 'active', profileId });
      await createPage(second);
    }
    await second.reload();
    await untilKnown(second);
    await createPage(second);
    await signOut(second);
    await expectState(first, { status: 'signedOut', reason: 'otherTab' });

    await expect.poll(() => received.length).toBeGreaterThan(0);
    for (const secret of [refreshToken, btoa(refreshToken)]) expect(received.join('\n')).not.toContain(secret);
  });

  test.each([
    ['another app', { clientId: 'other-app' }],
    ['another environment', { basePath: 'other' }],
  ] as const)('do not reach %s on the same origin', async (_whose, options) => {
    const one = await device();
    const [alex, sam] = one.profiles;
    const [first, second] = [await one.openTab(), await one.openTab()];
    const unrelated = await one.openTab('basePath' in options ? { basePath: one.basePaths[1] } : options);
    await adopt(first, one.credential());
    await expectState(second, { status: 'active', profileId: alex });
    expect(await stateOf(unrelated)).toEqual({ status: 'signedOut' });

    await adopt(unrelated, one.credential(sam));
    await createPage(unrelated);
    await signOut(first);
    await expectState(second, { status: 'signedOut', reason: 'otherTab' });
    expect(await stateOf(unrelated)).toEqual({ status: 'active', profileId: sam });
    await unrelated.reload();
    await untilKnown(unrelated);
    expect(await stateOf(unrelated)).toEqual({ status: 'active', profileId: sam });
  });
});

test('two traced tabs show one timeline, with the mint of one tab and what it meant for the other', async () => {
  const one = await device();
  const [first, second] = await twoTabs(one);
  const traces = await Promise.all([first, second].map((tab) => tab.evaluateHandle(() => window.tab.startTrace())));
  await switchProfile(first, one.profiles[1]);
  await expectState(second, { status: 'active', profileId: one.profiles[1] });
  await createPage(second);
  for (const trace of traces) {
    const own = await trace.evaluate(({ tab }) => tab);
    const eventsOf = async () => (await trace.evaluate((each) => [...each.events()])).sort((a, b) => a.at - b.at);
    await expect
      .poll(eventsOf)
      .toContainEqual(
        expect.objectContaining({ event: expect.objectContaining({ type: 'request', name: 'POST /pages' }) }),
      );
    const events = await eventsOf();
    const tabs = [...new Set(events.map(({ tab }) => tab))];
    expect(tabs).toHaveLength(2);
    const minted = events.filter(({ event }) => event.type === 'request' && event.name === 'POST /auth/session-token');
    const taken = events.filter(({ event }) => event.type === 'token' && event.step === 'taken');
    expect([minted, taken].map((some) => some.map(({ tab }) => tab === own))).toEqual(
      trace === traces[0] ? [[true], [false]] : [[false], [true]],
    );
    expect(JSON.stringify(events)).not.toMatch(/rt_|eyJ/);
  }
});
