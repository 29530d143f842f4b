import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { failing, offline } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { openPopup, signInByPopup } from './support/signInByPopup.js';

const { row, end } = faultTable('sign-in by popup');

const EXCHANGE = 'POST /auth/code';
/** Starts with the popup open and the sign-in page loaded in it. */
const waiting = {
  session: 'signedOut',
  given: async (scene: Scene) => {
    await scene.open();
    await openPopup(scene);
  },
} as const;
const expectStatus = (status: string) => () =>
  expect(screen.getByRole('region', { name: 'Sign in with Discovr' })).toHaveAttribute('data-status', status);
const signIn = ({ perform, browser }: Scene) => perform(browser.signIn());
const signInAgain = (scene: Scene) => signInByPopup(scene);
const tryAgain = (scene: Scene) => signInByPopup(scene, 'Try again');

row('the user closes the popup', {
  ...waiting,
  does: 'Rejects with `USER_CANCELLED` and shows no error.',
  when: ({ perform, browser }) => perform(browser.closePopup()),
  proof: expectStatus('cancelled'),
  again: signInAgain,
});

row('the user declines', {
  ...waiting,
  does: 'Rejects with `USER_CANCELLED`.',
  when: ({ perform, browser }) => perform(browser.decline()),
  proof: expectStatus('cancelled'),
  again: signInAgain,
});

row('the browser blocks the popup', {
  session: 'signedOut',
  does: 'Rejects with `POPUP_BLOCKED` and offers sign-in by redirect.',
  when: async (scene) => {
    scene.browser.isBlocking = true;
    await scene.click('Sign in on this device');
  },
  again: ({ click }) => click('Continue on this page'),
});

row('a `Cross-Origin-Opener-Policy` cuts off the popup from the app', {
  session: 'signedOut',
  does: 'Rejects with `POPUP_BLOCKED`, because the response cannot arrive; offers sign-in by redirect.',
  when: async ({ click, perform, browser }) => {
    await click('Sign in on this device');
    await perform(browser.cutOffPopup());
  },
  again: ({ click }) => click('Continue on this page'),
});

row('messages with a wrong origin, source, `state` or shape', {
  ...waiting,
  does: 'Ignores them and keeps waiting.',
  when: ({ postStrangeMessages }) => postStrangeMessages(),
  again: signIn,
});

row('no response for ten minutes', {
  ...waiting,
  does: 'Rejects with `AUTH_FAILED` and closes the popup.',
  when: () => undefined,
  seconds: 610,
  proof: ({ browser }) => expect(browser.isPopupOpen).toBe(false),
  again: tryAgain,
});

row('exchanging the code: no network', {
  ...waiting,
  does: 'Does not retry, because a code can be exchanged only once.',
  when: offline(signIn),
  again: tryAgain,
});

row('exchanging the code: no response', {
  ...waiting,
  does: 'Fails after 8 seconds without a retry.',
  seconds: 8.5,
  when: failing(EXCHANGE, { kind: 'hang' }, signIn),
  again: tryAgain,
});

row('exchanging the code: the response is lost', {
  ...waiting,
  does: 'Does not retry.',
  when: failing(EXCHANGE, { kind: 'network', afterHandling: true }, signIn),
  again: tryAgain,
});

row('exchanging the code: 503', {
  ...waiting,
  does: 'Does not retry.',
  when: failing(EXCHANGE, { kind: 'status', status: 503 }, signIn),
  again: tryAgain,
});

row('exchanging the code: 429, `Retry-After` of 10 seconds', {
  ...waiting,
  does: 'Does not retry.',
  when: failing(EXCHANGE, { kind: 'status', status: 429, retryAfter: 10 }, signIn),
  again: tryAgain,
});

row('exchanging the code: the server rejects the code', {
  ...waiting,
  does: 'Rejects with the server’s error.',
  when: failing(EXCHANGE, { kind: 'status', status: 401, code: 'AUTH_FAILED' }, signIn),
  again: tryAgain,
});

row('exchanging the code: an HTML response', {
  ...waiting,
  does: 'Rejects the response.',
  when: failing(EXCHANGE, { kind: 'html' }, signIn),
  again: tryAgain,
});

end();
