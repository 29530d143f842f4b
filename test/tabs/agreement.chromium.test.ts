import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { adopt, signOut, stateOf, switchProfile } from './support/actions.js';
import { devices, type Device } from './support/device.js';

const ROUNDS = 40;

const device = devices();

/** What a person does in a tab. Another act in another tab may get in its way, so it may fail. */
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

/** The state of the store, then that of each tab; a reason for being signed out is each tab's own. */
async function placesOf(tabs: readonly Page[]): Promise<string[]> {
  const stored = tabs[0]!.evaluate(() => window.tab.storedState());
  const states = await Promise.all([stored, ...tabs.map(stateOf)]);
  return states.map((state) => (state.status === 'active' ? state.profileId : state.status));
}

test.each([2, 3])(
  'all %i tabs end in the state of the store when different things are done in them at once',
  async (count) => {
    const one = await device();
    const tabs: Page[] = [];
    for (let index = 0; index < count; index += 1) tabs.push(await one.openTab());
    const acts = actsOn(one);
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each pair of acts comes about, in both orders.
      const chosen = tabs.map((_tab, index) => acts[Math.floor(round / acts.length ** index) % acts.length]!);
      await Promise.all(tabs.map((tab, index) => chosen[index]!(tab).catch(() => undefined)));
      const agree = async () => new Set(await placesOf(tabs)).size;
      await expect.poll(agree, { timeout: 10_000, message: `round ${round}` }).toBe(1);
    }
  },
);
