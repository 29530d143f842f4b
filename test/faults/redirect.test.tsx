import { afterEach, expect } from 'vitest';
import { failing, offline } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { signInByPopup } from './support/signInByPopup.js';

const { row, end } = faultTable('sign-in by redirect');

const EXCHANGE = 'POST /auth/code';
const open = ({ openOnly }: Scene) => openOnly();
const tryAgain = (scene: Scene) => signInByPopup(scene, 'Try again');

/** Starts a sign-in and returns from the sign-in page; the app has not loaded yet. */
async function returnFromSignIn({ client, browser, perform }: Scene, decision?: 'signIn' | 'cancel'): Promise<void> {
  await perform(client.signInWithWebAuth());
  const { search } = new URL(await perform(browser.completeRedirect(decision)));
  window.history.replaceState(null, '', search);
}

const returned = { session: 'signedOut', given: returnFromSignIn } as const;
const expectCleanUrl = () => expect(window.location.search).toBe('');

afterEach(() => window.history.replaceState(null, '', '/'));

row('the user declined', {
  session: 'signedOut',
  does: 'Rejects with `USER_CANCELLED`; removes the response from the URL.',
  given: (scene) => returnFromSignIn(scene, 'cancel'),
  when: open,
  proof: expectCleanUrl,
  again: (scene) => signInByPopup(scene),
});

row('a `state` that this tab did not create', {
  session: 'signedOut',
  does: 'Exchanges no code, and cleans the URL.',
  given: () => window.history.replaceState(null, '', '?code=made-up&state=unknown'),
  when: open,
  proof: expectCleanUrl,
  again: tryAgain,
});

row('the same response a second time', {
  session: 'signedOut',
  does: 'Completes a redirect once.',
  given: async (scene) => {
    await returnFromSignIn(scene);
    const url = window.location.href;
    await scene.perform(scene.client.completeWebSignIn(url));
    await scene.perform(scene.client.signOut());
    window.history.replaceState(null, '', url);
  },
  when: open,
  proof: expectCleanUrl,
  again: tryAgain,
});

row('more than ten minutes on the sign-in page', {
  session: 'signedOut',
  does: 'Rejects with `AUTH_FAILED`.',
  given: async (scene) => {
    await returnFromSignIn(scene);
    await scene.pass(601);
  },
  when: open,
  again: tryAgain,
});

row('exchange: no network', {
  ...returned,
  does: 'Removes the response from the URL.',
  when: offline(open),
  proof: expectCleanUrl,
  again: tryAgain,
});

row('exchange: 503', {
  ...returned,
  does: 'Does not retry.',
  when: failing(EXCHANGE, { kind: 'status', status: 503 }, open),
  again: tryAgain,
});

row('exchange: the server rejects the code', {
  ...returned,
  does: 'Rejects with the server’s error.',
  when: failing(EXCHANGE, { kind: 'status', status: 401, code: 'AUTH_FAILED' }, open),
  again: tryAgain,
});

end();
