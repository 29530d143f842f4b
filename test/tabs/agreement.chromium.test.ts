import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { inRelease } from '../support/inRelease.js';
import { adopt, signOut, stateOf, switchProfile } from './support/actions.js';
import { devices, type Device } from './support/device.js';

const ROUNDS = 40;

const device = devices();

/** An action of the user in a tab. It may fail because of an action in another tab. */
type Act = (tab: Page) => Promise<void>;

function actsOn({ credential, profiles }: Device): readonly Act[] {
  const [alex, sam] = profiles;
  return [
    (tab) => adopt(tab, credential(alex)),
    (tab) => adopt(tab, credential(sam)),
    signOut,
    (tab) => switchProfile(tab, alex),
    (tab) => switchProfile(tab, sam),
  ];
}

/** Returns the state of the store and of each tab, without the reason for a sign-out, which differs between tabs. */
async function placesOf(tabs: readonly Page[]): Promise<string[]> {
  const stored = tabs[0]!.evaluate(() => window.tab.storedState());
  const states = await Promise.all([stored, ...tabs.map(stateOf)]);
  return states.map((state) => (state.status === 'active' ? state.profileId : state.status));
}

test.each(inRelease([2, 3], [3]))(
  '%i tabs agree with the store after different simultaneous actions',
  async (count) => {
    const one = await device();
    const tabs: Page[] = [];
    for (let index = 0; index < count; index += 1) tabs.push(await one.openTab());
    const acts = actsOn(one);
    for (let round = 0; round < ROUNDS; round += 1) {
      // Every pair of actions occurs, in both orders.
      const chosen = tabs.map((_tab, index) => acts[Math.floor(round / acts.length ** index) % acts.length]!);
      await Promise.all(tabs.map((tab, index) => chosen[index]!(tab).catch(() => undefined)));
      const agree = async () => new Set(await placesOf(tabs)).size;
      await expect.poll(agree, { message: `round ${round}` }).toBe(1);
    }
  },
);
