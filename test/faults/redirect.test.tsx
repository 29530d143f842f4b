import { afterEach, expect } from 'vitest';
import { failing, offline } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { signInInWindow } from './support/signInInWindow.js';

const { row, end } = faultTable('sign-in by redirect');

const EXCHANGE = 'POST /auth/code';
const open = ({ openOnly }: Scene) => openOnly();
const tryAgain = (scene: Scene) => signInInWindow(scene, 'Try again');

/** The person comes back from the sign-in page; the app is about to load. */
async function comeBack({ client, browser, perform }: Scene, decision?: 'signIn' | 'cancel'): Promise<void> {
  await perform(client.signInWithWebAuth());
  const { search } = new URL(await perform(browser.comeBack(decision)));
  window.history.replaceState(null, '', search);
}

const back = { session: 'signedOut', given: comeBack } as const;
const isOutOfTheAddress = () => expect(window.location.search).toBe('');

afterEach(() => window.history.replaceState(null, '', '/'));

row('the person declined', {
  session: 'signedOut',
  does: 'Rejects with `USER_CANCELLED`, and takes the answer out of the address.',
  given: (scene) => comeBack(scene, 'cancel'),
  when: open,
  proof: isOutOfTheAddress,
  again: (scene) => signInInWindow(scene),
});

row('a `state` this tab did not begin', {
  session: 'signedOut',
  does: 'Rejects with `AUTH_FAILED`, exchanges nothing, and takes the answer out of the address.',
  given: () => window.history.replaceState(null, '', '?code=made-up&state=unknown'),
  when: open,
  proof: isOutOfTheAddress,
  again: tryAgain,
});

row('the same answer again', {
  session: 'signedOut',
  does: 'Rejects with `AUTH_FAILED`: each entry is good once.',
  given: async (scene) => {
    await comeBack(scene);
    const address = window.location.href;
    await scene.perform(scene.client.completeWebSignIn(address));
    await scene.perform(scene.client.signOut());
    window.history.replaceState(null, '', address);
  },
  when: open,
  proof: isOutOfTheAddress,
  again: tryAgain,
});

row('more than ten minutes at the sign-in page', {
  session: 'signedOut',
  does: 'Rejects with `AUTH_FAILED`: the entry has run out.',
  given: async (scene) => {
    await comeBack(scene);
    await scene.pass(601);
  },
  when: open,
  again: tryAgain,
});

row('the exchange of the code: no network', {
  ...back,
  does: 'Asks once: the answer is spent all the same.',
  when: offline(open),
  proof: isOutOfTheAddress,
  again: tryAgain,
});

row('the exchange: 503', {
  ...back,
  does: 'Asks once.',
  when: failing(EXCHANGE, { kind: 'status', status: 503 }, open),
  again: tryAgain,
});

row('the exchange: the code is refused', {
  ...back,
  does: 'Rejects with the server’s error.',
  when: failing(EXCHANGE, { kind: 'status', status: 401, code: 'AUTH_FAILED' }, open),
  again: tryAgain,
});

end();
