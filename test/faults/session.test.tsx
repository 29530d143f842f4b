import { act } from '@testing-library/react';
import { expect, onTestFinished, vi } from 'vitest';
import type { EmulatorFault } from '../../src/emulator/faults/faults.js';
import { failureOf, watch, type Watched } from '../support/promises.js';
import { refused, UNREADABLE_401 } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('session');

const MINT = 'POST /auth/session-token';
const apply = ({ press }: Scene) => press('Apply filters');

/** Applies when the session has expired, so that a mint is needed, which fails. */
const mintWith = (fault: EmulatorFault, times = 1) => ({
  when: async (scene: Scene) => {
    scene.control.expireSession();
    scene.control.failNext(fault, { route: MINT, times });
    await apply(scene);
  },
});

row('the session expired at the server', {
  does: 'Mints once, repeats the call once.',
  when: async (scene) => {
    scene.control.expireSession();
    await apply(scene);
  },
});

for (const [name, fault] of [
  ['`TOKEN_INVALID`', refused('TOKEN_INVALID')],
  ['a 401 that cannot be read', UNREADABLE_401],
] as const) {
  row(`the session token answers ${name}`, {
    does: 'Mints once, repeats the call once.',
    when: async (scene) => {
      scene.control.failNext(fault, { route: 'POST /pages' });
      await apply(scene);
    },
  });
}

row('a fresh session token is refused, too', {
  does: 'Goes in no circle, and does not sign out: the sign-in itself was not refused.',
  when: async (scene) => {
    scene.control.failNext(refused('TOKEN_INVALID'), { route: 'POST /pages', times: 9 });
    await apply(scene);
  },
  again: apply,
});

row('the sign-in was revoked elsewhere', {
  does: 'Signs out at the next mint, reason `refused`.',
  when: async (scene) => {
    scene.control.expireSession();
    scene.control.revoke();
    await apply(scene);
  },
});

for (const [name, fault] of [
  ['`TOKEN_EXPIRED`', refused('TOKEN_EXPIRED')],
  ['a 401 that cannot be read', UNREADABLE_401],
] as const) {
  row(`the mint answers ${name}`, { does: 'Signs out, reason `refused`.', ...mintWith(fault) });
}

row('the mint answers 401 with another code', {
  does: 'Keeps the sign-in: only what is said of the token counts.',
  ...mintWith(refused('WRONG_TOKEN_KIND')),
  again: apply,
});

row('the mint answers 403', {
  does: 'Keeps the sign-in, and does not repeat.',
  ...mintWith({ kind: 'status', status: 403 }),
  again: apply,
});

row('the profile was deleted elsewhere', {
  does: 'Leaves it at the next mint; the person chooses another.',
  given: async (scene) => {
    await scene.open();
    await scene.deleteElsewhere(scene.alex);
    scene.control.expireSession();
  },
  when: apply,
  again: ({ press }) => press('Sam'),
});

row('the page is of an older session', {
  does: 'Rejects with `SESSION_EXPIRED` and the page’s filters, with which the app creates it again.',
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
const callOnItsWay = async ({ control, client, pass }: Scene) => {
  control.setLatency(3_000);
  call = watch(client.createPage({ pageFilters: { genres: [18] } }));
  await pass(1);
  control.setLatency(0);
};
const isAborted = () => expect(call.error).toMatchObject({ name: 'AbortError' });

row('sign-out while a call is on its way', {
  does: 'The call rejects with `AbortError`, and its result is nobody’s.',
  when: async (scene) => {
    await callOnItsWay(scene);
    await act(async () => void scene.client.signOut());
  },
  proof: isAborted,
});

row('another profile while a call is on its way', {
  does: 'The call rejects with `AbortError`: its page is the other profile’s.',
  when: async (scene) => {
    await callOnItsWay(scene);
    await act(async () => void scene.client.selectProfile(scene.sam));
  },
  proof: isAborted,
});

row('`dispose()` while a call is on its way', {
  does: 'The call rejects with `AbortError` at once, and nothing more is asked for.',
  when: async (scene) => {
    await callOnItsWay(scene);
    scene.client.dispose();
    await scene.pass(0.25);
    isAborted();
  },
});

row('the server is down for five minutes, and Apply is pressed every ten seconds', {
  does: 'Holds mints back for 2 seconds and up to a minute; the last failure is told at once meanwhile.',
  when: async (scene) => {
    const chance = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    onTestFinished(() => chance.mockRestore());
    scene.control.expireSession();
    scene.control.failNext({ kind: 'status', status: 503 }, { route: MINT, times: 999 });
    for (let presses = 0; presses < 30; presses += 1) {
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
