import { act } from '@testing-library/react';
import { expect, vi } from 'vitest';
import type { DiscovrClient } from '../../src/client/index.js';
import { browserTabs } from './support/browserTabs.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { setVisible } from './support/setVisible.js';

const { row, end } = faultTable('tabs');
const { messages, setAsleep, keepLock } = browserTabs();

const MINUTE = 60;
const apply = ({ press }: Scene) => press('Apply filters');

row('somebody signs in in another tab', {
  session: 'signedOut',
  does: 'Reads the store again; no message carries the credential.',
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
  does: 'Follows, reason `otherTab`, before anything more is asked for.',
  when: async (scene) => {
    const other = await scene.openTab();
    await act(() => scene.perform(other.signOut()));
  },
});

row('another profile is chosen in another tab', {
  does: 'Follows, and goes on with the session minted there.',
  when: async (scene) => {
    const other = await scene.openTab();
    await act(() => scene.perform(other.selectProfile(scene.sam)));
    await scene.pass(1);
    await apply(scene);
  },
});

row('the sign-in is refused in another tab', {
  does: 'Follows, reason `refused`.',
  when: async (scene) => {
    const other = await scene.openTab();
    scene.control.revoke();
    await act(() => scene.perform(other.getProfiles().catch(() => undefined)));
  },
});

row('ten tabs need a session at the same moment', {
  does: 'One mints, the others go on with its session: one page for all.',
  when: async (scene) => {
    const others: DiscovrClient[] = [];
    while (others.length < 9) others.push(await scene.openTab());
    await scene.pass(31 * MINUTE);
    const pages = Promise.all(others.map((other) => other.createPage()));
    await apply(scene);
    expect(new Set((await scene.perform(pages)).map(({ id }) => id)).size).toBe(1);
  },
});

row('another tab holds the mint’s lock and never lets go', {
  does: 'Waits ten seconds, then mints without it.',
  when: async (scene) => {
    keepLock();
    scene.control.expireSession();
    await apply(scene);
    await scene.pass(9);
    expect(scene.control.requests.at(-1)).toMatchObject({ path: '/pages', status: 401 });
  },
});

row('the tab slept for an hour', {
  does: 'Counts the hour by the wall clock, and mints when a call needs it, not on waking.',
  when: async (scene) => {
    await setVisible(false);
    // Timers stand still in sleep; the wall clock does not.
    vi.setSystemTime(Date.now() + 60 * MINUTE * 1000);
    await setVisible(true);
    await scene.pass(5);
    await apply(scene);
  },
});

row('sign-out in another tab while this one slept', {
  does: 'Reads the store when it is shown again, and follows.',
  when: async (scene) => {
    const other = await scene.openTab();
    await setVisible(false);
    setAsleep(true);
    await scene.perform(other.signOut());
    setAsleep(false);
    await setVisible(true);
  },
});

row('another profile is chosen while this tab slept', {
  does: 'Reads the store when it is shown again, and follows.',
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
