import { describe, expect, it } from 'vitest';
import { deferred, failureOf, idle, until, watch } from '../../test/support/promises.js';
import { tabsOnEmulator } from '../../test/support/tabsOnEmulator.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { memoryCredentialStore } from './credential.js';

const MINUTE_MS = 60_000;
const OTHER_TAB = { status: 'signedOut', reason: 'otherTab' };

describe('tabs of one user', () => {
  it('sign in together by reading the store again, and send no message with the credential', async () => {
    const { openTab, browser, emulator, alex } = tabsOnEmulator({ session: 'signedOut' });
    const [first, second] = [openTab(), openTab()];
    const credential = emulator.issueCredential({ profileId: alex });
    await first.auth.adopt(credential);
    await idle();
    expect(second.auth.state).toEqual({ status: 'active', profileId: alex });
    await second.createPage();
    expect(JSON.stringify(browser.messages)).not.toContain(credential.refreshToken);
  });

  it('keep a later sign-in when the token of an earlier one is refused', async () => {
    const { openTab, sharedStore, emulator, alex } = tabsOnEmulator();
    // A tab that is frozen receives no messages.
    const asleep = openTab({ isConnected: false });
    await asleep.auth.ready();
    const awake = openTab();
    await awake.createPage();
    await awake.auth.signOut();
    const next = emulator.issueCredential({ profileId: alex });
    await awake.auth.adopt(next);
    await failureOf(asleep.createPage());
    await until(() => asleep.auth.state.status === 'active');
    expect(await sharedStore.get()).toEqual(next);
    await asleep.createPage();
  });

  it('sign out together immediately', async () => {
    const { openTab, sharedStore } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await Promise.all([first.createPage(), second.createPage()]);
    await first.auth.signOut();
    await idle();
    expect([first.auth.state, second.auth.state]).toEqual([{ status: 'signedOut', reason: 'signOut' }, OTHER_TAB]);
    expect(await sharedStore.get()).toBeUndefined();
    await expect(second.createPage()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('sign out together when the server refuses the refresh token in one of them', async () => {
    const { openTab, control } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await second.auth.ready();
    control.revoke();
    await expect(first.createPage()).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await idle();
    expect(second.auth.state).toEqual({ status: 'signedOut', reason: 'refused' });
  });

  it('switch profiles together, and share the session', async () => {
    const { openTab, sam, mints } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await second.auth.ready();
    await first.auth.selectProfile(sam);
    await idle();
    expect(second.auth.state).toEqual({ status: 'active', profileId: sam });
    const [one, other] = await Promise.all([first.createPage(), second.createPage()]);
    expect([mints(), one.id]).toEqual([1, other.id]);
  });

  it('switch profiles separately with the option profilePerTab', async () => {
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

  it('agree on one profile when two of them select profiles at the same time', async () => {
    const { openTab, alex, sam, sharedStore } = tabsOnEmulator({ session: 'signedIn' });
    const tabs = [openTab(), openTab(), openTab()] as const;
    await tabs[2].auth.ready();
    await Promise.allSettled([tabs[0].auth.selectProfile(alex), tabs[1].auth.selectProfile(sam)]);
    await idle();
    const states = tabs.map(({ auth }) => auth.state);
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
    expect(states[0]).toMatchObject({ profileId: (await sharedStore.get())?.profileId });
  });

  it.each([
    ['later', 1_000, 'sam', 'rejected', 'alex'],
    ['earlier', -1_000, 'sam', 'resolved', 'sam'],
    ['later', 1_000, 'alex', 'resolved', 'alex'],
  ] as const)(
    'agree on the latest choice when another tab makes a %s one (%i ms) while the choice of %s waits',
    async (_when, later, chosen, status, expected) => {
      const { openTab, browser, control, mints, passTime, ...profiles } = tabsOnEmulator();
      const tab = openTab();
      await tab.createPage();
      const { user, token } = sentTokenOf(browser.messages);
      control.setLatency(20);
      const choosing = watch(tab.auth.selectProfile(profiles[chosen]));
      await until(() => mints() === 2);
      const choice = { at: passTime(0) + later, by: 'another tab' };
      browser.say('app', { discovr: 1, message: { type: 'token', user, token, ageMs: 0, choice } });
      await until(() => choosing.status !== 'pending');
      expect(choosing.status).toBe(status);
      expect(tab.auth.state).toEqual({ status: 'active', profileId: profiles[expected] });
    },
  );

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

  it('use the session of an earlier tab when they are opened later', async () => {
    const { openTab, mints } = tabsOnEmulator();
    const first = await openTab().createPage();
    const second = await openTab().createPage();
    expect([mints(), second.id]).toEqual([1, first.id]);
  });

  it('share a renewed session', async () => {
    const { openTab, mints, passTime } = tabsOnEmulator();
    const [first, second] = [openTab(), openTab()];
    await first.createPage();
    await idle();
    const previous = second.auth.session.sessionId;
    const refreshed: unknown[] = [];
    second.auth.onSessionRefreshed(({ sessionId }) => refreshed.push(sessionId));
    passTime(31 * MINUTE_MS);
    await first.createPage();
    await idle();
    expect(mints()).toBe(2);
    expect(refreshed).toEqual([first.auth.session.sessionId]);
    expect(refreshed).not.toContain(previous);
  });
});

describe('a tab that was suspended', () => {
  it('notices a sign-out when it is connected again', async () => {
    const { openTab } = tabsOnEmulator();
    const asleep = openTab({ isConnected: false });
    await asleep.auth.ready();
    await openTab().auth.signOut();
    asleep.auth.connect();
    await idle();
    expect(asleep.auth.state).toEqual(OTHER_TAB);
  });

  it('switches to a profile that another tab selected in between', async () => {
    const { openTab, sam } = tabsOnEmulator();
    const first = openTab();
    const asleep = openTab({ isConnected: false });
    await asleep.auth.ready();
    await first.auth.selectProfile(sam);
    asleep.auth.connect();
    await idle();
    expect(asleep.auth.state).toEqual({ status: 'active', profileId: sam });
  });

  it('notices an unreported sign-out when it becomes visible again', async () => {
    const { openTab, sharedStore } = tabsOnEmulator();
    const tab = openTab();
    await tab.auth.ready();
    await idle();
    await sharedStore.clear();
    tab.show(true);
    await idle();
    expect(tab.auth.state).toEqual(OTHER_TAB);
  });

  it('keeps its state and mints nothing when nothing has changed in between', async () => {
    const { openTab, mints, alex } = tabsOnEmulator();
    const tab = openTab();
    await tab.createPage();
    tab.show(false);
    tab.show(true);
    await idle();
    expect([tab.states, mints()]).toEqual([[{ status: 'active', profileId: alex }], 1]);
  });

  it('keeps its user when it becomes visible twice after another tab switched profiles', async () => {
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

  it('stays signed in when the store could not keep the credential', async () => {
    const store = { ...memoryCredentialStore(), set: () => Promise.reject(new Error('disk full')) };
    const { openTab, emulator } = tabsOnEmulator({ session: 'signedOut' });
    const tab = openTab({ store });
    await expect(tab.auth.adopt(emulator.issueCredential())).rejects.toMatchObject({ code: 'SIGN_IN_NOT_KEPT' });
    tab.show(true);
    await idle();
    expect(tab.auth.state).toEqual({ status: 'signedIn' });
  });
});

describe('a tab whose code of calls is still loading', () => {
  /** Opens a tab that is used, and one whose code the test loads. */
  async function openTabs() {
    const tabs = tabsOnEmulator();
    const used = tabs.openTab();
    await used.createPage();
    const code = deferred<void>();
    const loading = tabs.openTab({ loadCode: () => code.promise });
    await idle();
    return {
      ...tabs,
      used,
      loading,
      load() {
        code.resolve();
        return idle();
      },
    };
  }

  it('follows a sign-out in another tab as soon as the code has loaded', async () => {
    const { used, loading, load } = await openTabs();
    await used.auth.signOut();
    await idle();
    await load();
    expect(loading.auth.state).toEqual(OTHER_TAB);
  });

  it('signs the other tabs out', async () => {
    const { used, loading, load } = await openTabs();
    const signOut = loading.auth.signOut();
    await idle();
    expect(used.auth.state).toEqual(OTHER_TAB);
    await load();
    await signOut;
  });

  it('is offered the session of another tab, and has it as soon as the code has loaded', async () => {
    const { used, loading, load, mints, browser } = await openTabs();
    expect(browser.messages.at(-1)).toMatchObject({ message: { type: 'token' } });
    await load();
    expect(loading.auth.session).toEqual(used.auth.session);
    await loading.createPage();
    expect(mints()).toBe(1);
  });

  it('requests a session once when it is connected again before the store has been read, as in Strict Mode', async () => {
    const { openTab, browser } = tabsOnEmulator();
    const { auth, close } = openTab();
    close();
    auth.connect();
    await idle();
    expect(browser.messages).toMatchObject([{ message: { type: 'ask' } }]);
  });

  it('keeps its user when the message is of a sign-out before it was connected again', async () => {
    const { used, loading, load, credential } = await openTabs();
    await used.auth.signOut();
    await idle();
    loading.close();
    used.close();
    await used.auth.adopt(credential);
    loading.auth.connect();
    await load();
    expect(loading.auth.state).toMatchObject({ status: 'active' });
  });

  it('uses the session of another tab when the code loads only at the second attempt', async () => {
    const { openTab, mints } = tabsOnEmulator();
    await openTab().createPage();
    let attempts = 0;
    const second = openTab({
      async loadCode() {
        attempts += 1;
        if (attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
      },
    });
    await idle();
    await second.createPage();
    expect([attempts, mints()]).toEqual([2, 1]);
  });

  it('does not use the session of another tab that has expired by then', async () => {
    const { loading, load, passTime } = await openTabs();
    passTime(31 * MINUTE_MS);
    await load();
    expect(loading.auth.session.sessionId).toBeNull();
  });
});

describe('tabs', () => {
  it('of users with separate stores do not sign each other out', async () => {
    const { openTab, emulator, alex } = tabsOnEmulator();
    const separate = memoryCredentialStore(emulator.issueCredential({ profileId: alex }));
    const [first, second] = [openTab(), openTab({ store: separate })];
    await Promise.all([first.createPage(), second.createPage()]);
    await first.auth.signOut();
    await idle();
    expect(second.auth.state).toEqual({ status: 'active', profileId: alex });
    await second.createPage();
  });

  it('of different apps receive no messages from each other', async () => {
    const { openTab, sam, alex } = tabsOnEmulator();
    const [first, second] = [openTab({ namespace: 'one' }), openTab({ namespace: 'other' })];
    await Promise.all([first.createPage(), second.createPage()]);
    await first.auth.selectProfile(sam);
    await idle();
    expect(second.auth.state).toEqual({ status: 'active', profileId: alex });
  });

  it('ignore messages about another user, and messages in another format', async () => {
    const { openTab, browser, alex } = tabsOnEmulator();
    const tab = openTab();
    await tab.createPage();
    const user = madeUpRefreshToken('another user');
    const signedOut = { type: 'signedOut', user, isRefused: true };
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

  it('silently ignore malformed messages about their user', async () => {
    const { openTab, browser, alex, sharedStore, credential, mints } = tabsOnEmulator();
    const tab = openTab();
    await tab.createPage();
    const { user, token } = sentTokenOf(browser.messages);
    const before = tab.auth.session;
    for (const message of [
      { type: 'constructor', user },
      { type: '__proto__', user },
      { type: 'signedOut', user },
      { type: 'signedOut', user: [user], isRefused: true },
      { type: 'profileLeft', user, profileId: [[alex]] },
      { type: 'token', user, ageMs: NaN, token: { ...token, value: 'another' } },
      { type: 'token', user, ageMs: 0, token: { ...token, value: 'another', expiresAt: NaN } },
      { type: 'token', user, ageMs: 0, token: { ...token, value: 'another', usableForMs: 1e15, expiresAt: 1e15 } },
      { type: 'token', user, ageMs: 0, token: { ...token, value: 'x'.repeat(1e6), expiresAt: 1e10 } },
      { type: 'token', user, ageMs: 0, token: null },
      { type: 'token', user, ageMs: 0, token: { ...token, profileId: 'gone' }, choice: { at: Infinity, by: 'me' } },
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

/** Returns the token message that a tab posted. */
function sentTokenOf(messages: readonly unknown[]): { user: string; token: object } {
  for (const { message } of messages as { message: { type: string; user: string; token: object } }[]) {
    if (message.type === 'token') return message;
  }
  throw new Error('No token message was posted.');
}
