import { act } from '@testing-library/react';
import { expect, onTestFinished, vi } from 'vitest';
import type { EmulatorFault } from '../../src/emulator/faults/faults.js';
import { failureOf, watch, type Watched } from '../support/promises.js';
import { browserTabs } from './support/browserTabs.js';
import { refused, UNREADABLE_401 } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('session');
browserTabs();

const MINT = 'POST /auth/session-token';
const apply = ({ click }: Scene) => click('Apply filters');

/** Applies filters after the session has expired, so that a mint is needed, and makes this mint fail. */
const mintWith = (fault: EmulatorFault, times = 1) => ({
  when: async (scene: Scene) => {
    scene.control.expireSession();
    scene.control.failNext(fault, { route: MINT, times });
    await apply(scene);
  },
});

row('the session has expired on the server', {
  does: 'Mints and retries once.',
  when: async (scene) => {
    scene.control.expireSession();
    await apply(scene);
  },
});

const callWith = (fault: EmulatorFault) => ({
  does: 'Mints and retries once.',
  when: async (scene: Scene) => {
    scene.control.failNext(fault, { route: 'POST /pages' });
    await apply(scene);
  },
});

row(
  'a call returns `TOKEN_INVALID` or an unreadable 401',
  callWith(refused('TOKEN_INVALID')),
  callWith(UNREADABLE_401),
);

row('a call returns `TOKEN_INVALID` again after a mint', {
  does: 'Stays signed in: the refresh token was not refused.',
  when: async (scene) => {
    scene.control.failNext(refused('TOKEN_INVALID'), { route: 'POST /pages', times: 9 });
    await apply(scene);
  },
  again: apply,
});

row('the refresh token was revoked elsewhere', {
  does: 'Signs out at the next mint.',
  when: async (scene) => {
    scene.control.expireSession();
    scene.control.revoke();
    await apply(scene);
  },
});

row('the mint returns `TOKEN_EXPIRED`', { does: 'Signs out.', ...mintWith(refused('TOKEN_EXPIRED')) });

row('the mint returns an unreadable 401', { does: 'Signs out.', ...mintWith(UNREADABLE_401) });

row('the mint returns a 401 with any other code', {
  does: 'Stays signed in: only `TOKEN_INVALID`, `TOKEN_EXPIRED` or no code is a refusal.',
  ...mintWith(refused('WRONG_TOKEN_KIND')),
  again: apply,
});

row('the mint returns 403', {
  does: 'Stays signed in.',
  ...mintWith({ kind: 'status', status: 403 }),
  again: apply,
});

row('the profile was deleted elsewhere', {
  does: 'Deactivates the profile at the next mint.',
  given: async (scene) => {
    await scene.open();
    await scene.deleteElsewhere(scene.alex);
    scene.control.expireSession();
  },
  when: apply,
  again: ({ click }) => click('Sam'),
});

row('the page belongs to an older session', {
  does: 'Rejects with `SESSION_EXPIRED` and the filters of the page.',
  when: async ({ client, control }) => {
    const { id } = await client.createPage({ pageFilters: { genres: [35] } });
    control.outdatePages();
    expect(await failureOf(client.getPage(id))).toMatchObject({
      code: 'SESSION_EXPIRED',
      pageLevelFilters: { genres: [35] },
    });
  },
});

let call: Watched<unknown>;
const startCall = async ({ control, client, pass }: Scene) => {
  control.setLatency(3_000);
  call = watch(client.createPage({ pageFilters: { genres: [18] } }));
  await pass(1);
  control.setLatency(0);
};
const expectAborted = () => expect(call.error).toMatchObject({ name: 'AbortError' });

row('sign-out during a call', {
  does: 'Rejects with `AbortError` and drops the result.',
  when: async (scene) => {
    await startCall(scene);
    await act(async () => void scene.client.signOut());
  },
  proof: expectAborted,
});

row('a profile switch during a call', {
  does: 'Rejects with `AbortError`: the page belongs to the previous profile.',
  when: async (scene) => {
    await startCall(scene);
    await act(async () => void scene.client.selectProfile(scene.sam));
  },
  proof: expectAborted,
});

row('`dispose()` during a call', {
  does: 'Rejects with `AbortError` immediately and sends nothing more.',
  when: async (scene) => {
    await startCall(scene);
    scene.client.dispose();
    await scene.pass(0.25);
    expectAborted();
  },
});

row('the server is down for five minutes, and the user clicks Apply every ten seconds', {
  does: 'Waits 1 to 60 seconds before the next mint; until then, calls reject with the last error.',
  when: async (scene) => {
    const chance = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    onTestFinished(() => chance.mockRestore());
    scene.control.expireSession();
    scene.control.failNext({ kind: 'status', status: 503 }, { route: MINT, times: 999 });
    for (let clicks = 0; clicks < 30; clicks += 1) {
      await apply(scene);
      await scene.pass(10);
    }
  },
  seconds: 0,
  again: async (scene) => {
    await scene.pass(60);
    await apply(scene);
  },
});

end();
