import { act } from '@testing-library/react';
import { expect, onTestFinished, vi } from 'vitest';
import type { EmulatorFault } from '../../src/emulator/faults/faults.js';
import { failureOf, watch, type Watched } from '../support/promises.js';
import { refused, UNREADABLE_401 } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('session');

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
  does: 'Mints once and retries the call once.',
  when: async (scene) => {
    scene.control.expireSession();
    await apply(scene);
  },
});

for (const [name, fault] of [
  ['`TOKEN_INVALID`', refused('TOKEN_INVALID')],
  ['an unreadable 401', UNREADABLE_401],
] as const) {
  row(`a call returns ${name}`, {
    does: 'Mints once and retries the call once.',
    when: async (scene) => {
      scene.control.failNext(fault, { route: 'POST /pages' });
      await apply(scene);
    },
  });
}

row('a call returns `TOKEN_INVALID` again after a mint', {
  does: 'Rejects without another mint, and does not sign out: the refresh token was not refused.',
  when: async (scene) => {
    scene.control.failNext(refused('TOKEN_INVALID'), { route: 'POST /pages', times: 9 });
    await apply(scene);
  },
  again: apply,
});

row('the refresh token was revoked elsewhere', {
  does: 'Signs out at the next mint, with reason `refused`.',
  when: async (scene) => {
    scene.control.expireSession();
    scene.control.revoke();
    await apply(scene);
  },
});

for (const [name, fault] of [
  ['`TOKEN_EXPIRED`', refused('TOKEN_EXPIRED')],
  ['an unreadable 401', UNREADABLE_401],
] as const) {
  row(`the mint returns ${name}`, { does: 'Signs out with reason `refused`.', ...mintWith(fault) });
}

row('the mint returns a 401 with any other code', {
  does: 'Stays signed in: only a 401 with `TOKEN_INVALID`, `TOKEN_EXPIRED` or no code means that the token is refused.',
  ...mintWith(refused('WRONG_TOKEN_KIND')),
  again: apply,
});

row('the mint returns 403', {
  does: 'Stays signed in and does not retry.',
  ...mintWith({ kind: 'status', status: 403 }),
  again: apply,
});

row('the profile was deleted elsewhere', {
  does: 'Deactivates the profile at the next mint, and asks the user to choose another profile.',
  given: async (scene) => {
    await scene.open();
    await scene.deleteElsewhere(scene.alex);
    scene.control.expireSession();
  },
  when: apply,
  again: ({ click }) => click('Sam'),
});

row('the page belongs to an older session', {
  does: 'Rejects with `SESSION_EXPIRED` and the filters of the page, so that the app can create it again.',
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
  does: 'Rejects the call with `AbortError` and drops its result.',
  when: async (scene) => {
    await startCall(scene);
    await act(async () => void scene.client.signOut());
  },
  proof: expectAborted,
});

row('a profile switch during a call', {
  does: 'Rejects the call with `AbortError`: its page belongs to the previous profile.',
  when: async (scene) => {
    await startCall(scene);
    await act(async () => void scene.client.selectProfile(scene.sam));
  },
  proof: expectAborted,
});

row('`dispose()` during a call', {
  does: 'Rejects the call with `AbortError` immediately and sends nothing more.',
  when: async (scene) => {
    await startCall(scene);
    scene.client.dispose();
    await scene.pass(0.25);
    expectAborted();
  },
});

row('the server is down for five minutes, and the user clicks Apply every ten seconds', {
  does: 'Waits between 2 seconds and a minute before the next mint; until then, calls reject with the last error.',
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
