import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { failing, offline } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { openPopup, signInInWindow } from './support/signInInWindow.js';

const { row, end } = faultTable('sign-in in a window');

const EXCHANGE = 'POST /auth/code';
/** The window is open and shows the sign-in page. */
const waiting = {
  session: 'signedOut',
  given: async (scene: Scene) => {
    await scene.open();
    await openPopup(scene);
  },
} as const;
const endsAs = (status: string) => () =>
  expect(screen.getByRole('region', { name: 'Sign in with Discovr' })).toHaveAttribute('data-status', status);
const signIn = ({ perform, browser }: Scene) => perform(browser.signIn());
const anew = (scene: Scene) => signInInWindow(scene);
const tryAgain = (scene: Scene) => signInInWindow(scene, 'Try again');

row('the person closes it', {
  ...waiting,
  does: 'Rejects with `USER_CANCELLED`, which is nothing to tell.',
  when: ({ perform, browser }) => perform(browser.closeWindow()),
  proof: endsAs('cancelled'),
  again: anew,
});

row('the person declines', {
  ...waiting,
  does: 'Rejects with `USER_CANCELLED`.',
  when: ({ perform, browser }) => perform(browser.decline()),
  proof: endsAs('cancelled'),
  again: anew,
});

row('the browser blocks it', {
  session: 'signedOut',
  does: 'Rejects with `POPUP_BLOCKED`; the same is offered on this page.',
  when: async (scene) => {
    scene.browser.isBlocking = true;
    await scene.press('Sign in');
  },
  again: ({ press }) => press('Continue on this page'),
});

row('a policy (COOP) cuts it off', {
  session: 'signedOut',
  does: 'Rejects with `POPUP_BLOCKED`: its answer will never come.',
  when: async ({ press, perform, browser }) => {
    await press('Sign in');
    await perform(browser.cutWindowOff());
  },
  again: ({ press }) => press('Continue on this page'),
});

row('messages of another origin, window, state or shape', {
  ...waiting,
  does: 'Takes none of them, and goes on waiting.',
  when: ({ postStrangeMessages }) => postStrangeMessages(),
  again: signIn,
});

row('no answer for ten minutes', {
  ...waiting,
  does: 'Rejects with `AUTH_FAILED`, and closes the window.',
  when: () => undefined,
  seconds: 610,
  proof: ({ browser }) => expect(browser.isWindowOpen).toBe(false),
  again: tryAgain,
});

row('the exchange of the code: no network', {
  ...waiting,
  does: 'Asks once, since a code is good once.',
  when: offline(signIn),
  again: tryAgain,
});

row('the exchange: no answer', {
  ...waiting,
  does: 'Asks once, and waits 8 seconds.',
  seconds: 8.5,
  when: failing(EXCHANGE, { kind: 'hang' }, signIn),
  again: tryAgain,
});

row('the exchange: the answer is lost', {
  ...waiting,
  does: 'Asks once.',
  when: failing(EXCHANGE, { kind: 'network', afterHandling: true }, signIn),
  again: tryAgain,
});

row('the exchange: 503', {
  ...waiting,
  does: 'Asks once.',
  when: failing(EXCHANGE, { kind: 'status', status: 503 }, signIn),
  again: tryAgain,
});

row('the exchange: 429, `Retry-After` of 10 seconds', {
  ...waiting,
  does: 'Asks once.',
  when: failing(EXCHANGE, { kind: 'status', status: 429, retryAfter: 10 }, signIn),
  again: tryAgain,
});

row('the exchange: the code is refused', {
  ...waiting,
  does: 'Rejects with the server’s error.',
  when: failing(EXCHANGE, { kind: 'status', status: 401, code: 'AUTH_FAILED' }, signIn),
  again: tryAgain,
});

row('the exchange: a web page for an answer', {
  ...waiting,
  does: 'Takes nothing from it.',
  when: failing(EXCHANGE, { kind: 'html' }, signIn),
  again: tryAgain,
});

end();
