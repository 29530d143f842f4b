import { describe, expect, it } from 'vitest';
import { idle } from '../../../test/support/promises.js';
import { tabsOnEmulator } from '../../../test/support/tabsOnEmulator.js';
import { madeUpRefreshToken } from '../../../test/support/tokens.js';
import { memoryCredentialStore } from '../store/credentialStore.js';

const MINUTE_MS = 60_000;
const OTHER_TAB = { status: 'signedOut', reason: 'otherTab' };

describe('tabs of one person', () => {
  it('sign in together: the others read the store again, and no message carries the credential', async () => {
    const { openTab, browser, emulator, alex } = tabsOnEmulator({ session: 'signedOut' });
    const [first, second] = [openTab(), openTab()];
    const credential = emulator.issueCredential({ profileId: alex });
    await first.auth.adopt(credential);
    await idle();
    expect(second.auth.state).toEqual({ status: 'active', profileId: alex });
    await second.createPage();
    expect(JSON.stringify(browser.messages)).not.toContain(credential.refreshToken);
  });

  it('sign out together, at once', async () => {
    const { openTab, sharedStore } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await Promise.all([first.createPage(), second.createPage()]);
    await first.auth.signOut();
    await idle();
    expect([first.auth.state, second.auth.state]).toEqual([{ status: 'signedOut', reason: 'signOut' }, OTHER_TAB]);
    expect(await sharedStore.get()).toBeUndefined();
    await expect(second.createPage()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('learn together that the server refused the sign-in', async () => {
    const { openTab, control } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await second.auth.ready();
    control.revoke();
    await expect(first.createPage()).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await idle();
    expect(second.auth.state).toEqual({ status: 'signedOut', reason: 'refused' });
  });

  it('choose a profile together, and share its session', async () => {
    const { openTab, sam, mints } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await second.auth.ready();
    await first.auth.selectProfile(sam);
    await idle();
    expect(second.auth.state).toEqual({ status: 'active', profileId: sam });
    const [one, other] = await Promise.all([first.createPage(), second.createPage()]);
    expect([mints(), one.id]).toEqual([1, other.id]);
  });

  it('choose a profile alone where that is what the app wants', async () => {
    const { openTab, alex, sam } = tabsOnEmulator();
    const [first, second] = [openTab({ profilePerTab: true }), openTab({ profilePerTab: true })];
    await second.auth.ready();
    await first.auth.selectProfile(sam);
    await idle();
    second.show(true);
    await idle();
    expect([first.auth.state, second.auth.state]).toEqual([
      { status: 'active', profileId: sam },
      { status: 'active', profileId: alex },
    ]);
  });

  it('end at the same profile where two choose at once', async () => {
    const { openTab, alex, sam, sharedStore } = tabsOnEmulator({ session: 'signedIn' });
    const tabs = [openTab(), openTab(), openTab()] as const;
    await tabs[2].auth.ready();
    await Promise.all([tabs[0].auth.selectProfile(alex), tabs[1].auth.selectProfile(sam)]);
    await idle();
    const states = tabs.map(({ auth }) => auth.state);
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
    expect(states[0]).toMatchObject({ profileId: (await sharedStore.get())?.profileId });
  });

  it('leave a deleted profile together', async () => {
    const { openTab, alex } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await Promise.all([first.auth.ready(), second.auth.ready()]);
    await first.auth.leaveProfile(alex);
    await idle();
    expect(second.auth.state).toEqual({ status: 'signedIn' });
  });

  it('mint once when ten of them need a session at the same time', async () => {
    const { openTab, mints, passTime, control } = tabsOnEmulator();
    const tabs = Array.from({ length: 10 }, () => openTab());
    const pages = await Promise.all(tabs.map(({ createPage }) => createPage()));
    expect([mints(), new Set(pages.map(({ id }) => id)).size]).toEqual([1, 1]);
    passTime(31 * MINUTE_MS);
    const later = await Promise.all(tabs.map(({ createPage }) => createPage()));
    expect([mints(), new Set(later.map(({ id }) => id)).size]).toEqual([2, 1]);
    control.expireSession();
    const last = await Promise.all(tabs.map(({ createPage }) => createPage()));
    expect([mints(), new Set(last.map(({ id }) => id)).size]).toEqual([3, 1]);
  });

  it('opened later go on with the session of those that are there', async () => {
    const { openTab, mints } = tabsOnEmulator();
    const first = await openTab().createPage();
    const second = await openTab().createPage();
    expect([mints(), second.id]).toEqual([1, first.id]);
  });

  it('tell each other of a renewed session', async () => {
    const { openTab, mints, passTime } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await first.createPage();
    await idle();
    const former = second.auth.session.sessionId;
    const told: unknown[] = [];
    second.auth.onSessionRefreshed(({ sessionId }) => told.push(sessionId));
    passTime(31 * MINUTE_MS);
    await first.createPage();
    await idle();
    expect(mints()).toBe(2);
    expect(told).toEqual([first.auth.session.sessionId]);
    expect(told).not.toContain(former);
  });
});

describe('a tab that slept', () => {
  it('notices a sign-out when it is back', async () => {
    const { openTab } = tabsOnEmulator();
    const asleep = openTab({ isConnected: false });
    await asleep.auth.ready();
    await openTab().auth.signOut();
    asleep.auth.connect();
    await idle();
    expect(asleep.auth.state).toEqual(OTHER_TAB);
  });

  it('follows a profile that was chosen meanwhile', async () => {
    const { openTab, sam } = tabsOnEmulator();
    const first = openTab();
    const asleep = openTab({ isConnected: false });
    await asleep.auth.ready();
    await first.auth.selectProfile(sam);
    asleep.auth.connect();
    await idle();
    expect(asleep.auth.state).toEqual({ status: 'active', profileId: sam });
  });

  it('notices a sign-out it was not told of when it is shown again', async () => {
    const { openTab, sharedStore } = tabsOnEmulator();
    const tab = openTab();
    await tab.auth.ready();
    await idle();
    await sharedStore.clear();
    tab.show(true);
    await idle();
    expect(tab.auth.state).toEqual(OTHER_TAB);
  });

  it('goes on as it was where nothing happened meanwhile, and mints nothing', async () => {
    const { openTab, mints, alex } = tabsOnEmulator();
    const tab = openTab();
    await tab.createPage();
    tab.show(false);
    tab.show(true);
    await idle();
    expect([tab.states, mints()]).toEqual([[{ status: 'active', profileId: alex }], 1]);
  });

  it('keeps its person when it is shown twice after another tab chose another profile', async () => {
    const { openTab, sharedStore, credential, sam } = tabsOnEmulator();
    const tab = openTab();
    await tab.auth.ready();
    await idle();
    await sharedStore.set({ ...credential, profileId: sam });
    for (const isVisible of [true, false, true]) {
      tab.show(isVisible);
      await idle();
    }
    expect(tab.auth.state).toEqual({ status: 'active', profileId: sam });
    expect(await sharedStore.get()).toMatchObject({ profileId: sam });
  });

  it('is not signed out by a store that never kept the credential', async () => {
    const store = { ...memoryCredentialStore(), set: () => Promise.reject(new Error('disk full')) };
    const { openTab, emulator } = tabsOnEmulator({ session: 'signedOut' });
    const tab = openTab({ store });
    await expect(tab.auth.adopt(emulator.issueCredential())).rejects.toMatchObject({ code: 'SIGN_IN_NOT_KEPT' });
    tab.show(true);
    await idle();
    expect(tab.auth.state).toEqual({ status: 'signedIn' });
  });
});

describe('tabs of different people', () => {
  it('with a store each do not sign one another out', async () => {
    const { openTab, emulator, alex } = tabsOnEmulator();
    const own = memoryCredentialStore(emulator.issueCredential({ profileId: alex }));
    const [first, second] = [openTab(), openTab({ store: own })];
    await Promise.all([first.createPage(), second.createPage()]);
    await first.auth.signOut();
    await idle();
    expect(second.auth.state).toEqual({ status: 'active', profileId: alex });
    await second.createPage();
  });

  it('do not hear each other where they belong to different apps', async () => {
    const { openTab, sam, alex } = tabsOnEmulator();
    const [first, second] = [openTab({ namespace: 'one' }), openTab({ namespace: 'other' })];
    await Promise.all([first.createPage(), second.createPage()]);
    await first.auth.selectProfile(sam);
    await idle();
    expect(second.auth.state).toEqual({ status: 'active', profileId: alex });
  });

  it('are not followed by what they say in a strange way', async () => {
    const { openTab, browser, alex } = tabsOnEmulator();
    const tab = openTab();
    await tab.createPage();
    const person = madeUpRefreshToken('somebody else');
    const signedOut = { type: 'signedOut', person, isRefused: true };
    for (const message of [
      null,
      'signedOut',
      signedOut,
      { discovr: 0, message: signedOut },
      { discovr: 1, message: signedOut },
    ]) {
      browser.say('app', message);
    }
    await idle();
    expect(tab.auth.state).toEqual({ status: 'active', profileId: alex });
  });

  it('ignore without a sound what is no message of theirs, about whomever it is', async () => {
    const { openTab, browser, alex, sharedStore, credential, mints } = tabsOnEmulator();
    const tab = openTab();
    await tab.createPage();
    const { person, token } = sentTokenOf(browser.messages);
    const before = tab.auth.session;
    for (const message of [
      { type: 'constructor', person },
      { type: '__proto__', person },
      { type: 'signedOut', person },
      { type: 'signedOut', person: [person], isRefused: true },
      { type: 'profileLeft', person, profileId: [[alex]] },
      { type: 'token', person, ageMs: NaN, token: { ...token, value: 'another' } },
      { type: 'token', person, ageMs: 0, token: { ...token, value: 'another', expiresAt: NaN } },
      { type: 'token', person, ageMs: 0, token: { ...token, value: 'another', usableForMs: 1e15, expiresAt: 1e15 } },
      { type: 'token', person, ageMs: 0, token: { ...token, value: 'x'.repeat(1e6), expiresAt: 1e10 } },
      { type: 'token', person, ageMs: 0, token: null },
      { type: 'token', person, ageMs: 0, token: { ...token, profileId: 'gone' }, choice: { at: Infinity, by: 'me' } },
    ]) {
      browser.say('app', { discovr: 1, message });
    }
    await idle();
    expect([tab.auth.state, tab.states]).toEqual([
      { status: 'active', profileId: alex },
      [{ status: 'active', profileId: alex }],
    ]);
    expect([tab.auth.session, await sharedStore.get(), mints()]).toEqual([before, credential, 1]);
  });
});

/** The token a tab told the others of. */
function sentTokenOf(messages: readonly unknown[]): { person: string; token: object } {
  for (const { message } of messages as { message: { type: string; person: string; token: object } }[]) {
    if (message.type === 'token') return message;
  }
  throw new Error('No token was told.');
}
