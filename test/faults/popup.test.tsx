import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { failing, offline } from './support/failing.js';
import { faultTable, type Fault } from './support/faultTable.js';
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

const cancelled = (when: Fault['when']): Fault => ({
  ...waiting,
  does: 'Rejects with `USER_CANCELLED`.',
  when,
  proof: expectStatus('cancelled'),
  again: signInAgain,
});

row(
  'the user closes the popup or declines',
  cancelled(({ perform, browser }) => perform(browser.closePopup())),
  cancelled(({ perform, browser }) => perform(browser.decline())),
);

const unreachable = (when: Fault['when']): Fault => ({
  session: 'signedOut',
  does: 'Offers the redirect.',
  when,
  again: ({ click }) => click('Continue on this page'),
});

row(
  'the browser blocks the popup, or a `Cross-Origin-Opener-Policy` cuts it off',
  unreachable(async (scene) => {
    scene.browser.isBlocking = true;
    await scene.click('Sign in on this device');
  }),
  unreachable(async ({ click, perform, browser }) => {
    await click('Sign in on this device');
    await perform(browser.cutOffPopup());
  }),
);

row('messages with a wrong origin, source, `state` or shape', {
  ...waiting,
  does: 'Ignores them and keeps waiting.',
  when: ({ postStrangeMessages }) => postStrangeMessages(),
  again: signIn,
});

row('no response for ten minutes', {
  ...waiting,
  does: 'Closes the popup.',
  when: () => undefined,
  seconds: 610,
  proof: ({ browser }) => expect(browser.isPopupOpen).toBe(false),
  again: tryAgain,
});

row('exchange: no network', {
  ...waiting,
  does: 'Does not retry: a code is exchanged once.',
  when: offline(signIn),
  again: tryAgain,
});

row('exchange: no response', {
  ...waiting,
  does: 'Fails after 8 seconds.',
  seconds: 8.5,
  when: failing(EXCHANGE, { kind: 'hang' }, signIn),
  again: tryAgain,
});

row('exchange: the response is lost', {
  ...waiting,
  does: 'Does not retry.',
  when: failing(EXCHANGE, { kind: 'network', afterHandling: true }, signIn),
  again: tryAgain,
});

row('exchange: 503', {
  ...waiting,
  does: 'Does not retry.',
  when: failing(EXCHANGE, { kind: 'status', status: 503 }, signIn),
  again: tryAgain,
});

row('exchange: 429, `Retry-After` of 10 seconds', {
  ...waiting,
  does: 'Does not retry.',
  when: failing(EXCHANGE, { kind: 'status', status: 429, retryAfter: 10 }, signIn),
  again: tryAgain,
});

row('exchange: the server rejects the code', {
  ...waiting,
  does: 'Rejects with the server’s error.',
  when: failing(EXCHANGE, { kind: 'status', status: 401, code: 'AUTH_FAILED' }, signIn),
  again: tryAgain,
});

row('exchange: an HTML response', {
  ...waiting,
  does: 'Rejects the response.',
  when: failing(EXCHANGE, { kind: 'html' }, signIn),
  again: tryAgain,
});

end();
