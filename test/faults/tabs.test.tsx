import { act } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { DiscovrClient } from '../../src/client/index.js';
import { browserTabs } from './support/browserTabs.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { setVisible } from './support/setVisible.js';

const { row, end } = faultTable('several tabs');
const { messages, setAsleep, keepLock } = browserTabs();

const MINUTE = 60;
const apply = ({ click }: Scene) => click('Apply filters');

row('sign-in in another tab', {
  session: 'signedOut',
  does: 'Reads the credential from the store; no message between tabs contains it.',
  when: async (scene) => {
    const other = await scene.openTab();
    await act(() => scene.perform(other.adoptCredential(scene.emulator.issueCredential())));
  },
  proof: async ({ store }) => {
    expect(messages().length).toBeGreaterThan(0);
    expect(JSON.stringify(messages())).not.toContain((await store.get())?.refreshToken);
  },
});

row('sign-out in another tab', {
  does: 'Only the other tab sends a request.',
  when: async (scene) => {
    const other = await scene.openTab();
    await act(() => scene.perform(other.signOut()));
  },
});

row('a profile switch in another tab', {
  does: 'Switches too, and uses the session of the other tab.',
  when: async (scene) => {
    const other = await scene.openTab();
    await act(() => scene.perform(other.selectProfile(scene.sam)));
    await scene.pass(1);
    await apply(scene);
  },
});

row('the refresh token is refused in another tab', {
  does: 'Signs out.',
  when: async (scene) => {
    const other = await scene.openTab();
    scene.control.revoke();
    await act(() => scene.perform(other.getProfiles().catch(() => undefined)));
  },
});

row('ten tabs need a session at the same time', {
  does: 'Mints in one tab; all get the same page.',
  when: async (scene) => {
    const others: DiscovrClient[] = [];
    while (others.length < 9) others.push(await scene.openTab());
    await scene.pass(31 * MINUTE);
    const pages = Promise.all(others.map((other) => other.createPage()));
    await apply(scene);
    expect(new Set((await scene.perform(pages)).map(({ id }) => id)).size).toBe(1);
  },
});

row('another tab holds the mint lock and never releases it', {
  does: 'Waits ten seconds, then mints without the lock.',
  when: async (scene) => {
    keepLock();
    scene.control.expireSession();
    await apply(scene);
    await scene.pass(9);
    expect(scene.control.requests.at(-1)).toMatchObject({ path: '/pages', status: 401 });
  },
});

row('the tab slept for an hour', {
  does: 'Measures the hour with the wall clock; mints when a call needs a token.',
  when: async (scene) => {
    await setVisible(false);
    // While the tab sleeps, timers stop, but the wall clock advances.
    vi.setSystemTime(Date.now() + 60 * MINUTE * 1000);
    await setVisible(true);
    await scene.pass(5);
    await apply(scene);
  },
});

row('sign-out in another tab while this tab slept', {
  does: 'Reads the store when the tab is visible again.',
  when: async (scene) => {
    const other = await scene.openTab();
    await setVisible(false);
    setAsleep(true);
    await scene.perform(other.signOut());
    setAsleep(false);
    await setVisible(true);
  },
});

row('a profile switch in another tab while this tab slept', {
  does: 'Reads the store when the tab is visible again.',
  when: async (scene) => {
    const other = await scene.openTab();
    await setVisible(false);
    setAsleep(true);
    await scene.perform(other.selectProfile(scene.sam));
    setAsleep(false);
    await setVisible(true);
  },
});

end();
