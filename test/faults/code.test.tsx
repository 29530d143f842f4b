import { screen } from '@testing-library/react';
import { failing, offline } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { setVisible } from './support/setVisible.js';

const { row, end } = faultTable('sign-in by code');

const REQUEST = 'POST /auth/device-codes';
const POLL = 'POST /auth/device-codes/:code/poll';
const requestCode = ({ click }: Scene) => click('Use another device');
const newCode = ({ click }: Scene) => click('Get a new code');
const signedOut = { session: 'signedOut' } as const;
/** Starts with a code on the screen. */
const waiting = {
  session: 'signedOut',
  given: async (scene: Scene) => {
    await scene.open();
    await requestCode(scene);
    await scene.pass(1);
  },
} as const;
const shownCode = () => screen.getByText(/^Code: /).textContent.replace(/\D/g, '');
const approve = ({ control }: Scene) => control.approveDevice(shownCode());

row('requesting a code: no network', {
  ...signedOut,
  does: 'Shows the error; the user can get a new code.',
  when: offline(requestCode),
  again: newCode,
});

row('requesting a code: no response', {
  ...signedOut,
  does: 'Fails after 8 seconds.',
  seconds: 8.5,
  when: failing(REQUEST, { kind: 'hang' }, requestCode, 9),
  again: newCode,
});

row('requesting a code: 503', {
  ...signedOut,
  does: 'Shows the error; the user can get a new code.',
  when: failing(REQUEST, { kind: 'status', status: 503 }, requestCode, 9),
  again: newCode,
});

row('requesting a code: 429, `Retry-After` of 10 minutes', {
  ...signedOut,
  does: 'Shows the error; the user can get a new code.',
  when: failing(REQUEST, { kind: 'status', status: 429, retryAfter: 600 }, requestCode),
  again: newCode,
});

row('requesting a code: JSON of an unexpected shape', {
  ...signedOut,
  does: 'Rejects the response.',
  when: failing(REQUEST, { kind: 'body', body: {} }, requestCode),
  again: newCode,
});

row('the code is denied', {
  ...waiting,
  does: 'Stops polling.',
  when: ({ control }) => control.denyDevice(shownCode()),
  again: newCode,
});

row('the code is not approved within ten minutes', {
  ...waiting,
  does: 'Requests a new code automatically while the tab is visible.',
  when: () => undefined,
  seconds: 601,
});

row('polling: 429', {
  ...waiting,
  does: 'Adds five seconds to the polling interval.',
  when: failing(POLL, { kind: 'status', status: 429 }, () => undefined),
  seconds: 30,
  again: approve,
});

row('polling: `slow_down`', {
  ...waiting,
  does: 'Adds five seconds to the polling interval.',
  when: failing(POLL, { kind: 'status', status: 400, code: 'slow_down' }, () => undefined),
  seconds: 30,
  again: approve,
});

row('polling: 429, `Retry-After` of 25 seconds', {
  ...waiting,
  does: 'Polls again after 25 seconds.',
  when: failing(POLL, { kind: 'status', status: 429, retryAfter: 25 }, () => undefined),
  seconds: 29,
  again: async (scene) => {
    approve(scene);
    await scene.pass(10);
  },
});

row('polling: no network', {
  ...waiting,
  does: 'Keeps polling with the same code.',
  when: offline(() => undefined),
  seconds: 30,
  again: approve,
});

row('polling: 503', {
  ...waiting,
  does: 'Keeps polling with the same code.',
  when: failing(POLL, { kind: 'status', status: 503 }, () => undefined, 99),
  seconds: 30,
  again: approve,
});

row('polling: an unreadable response', {
  ...waiting,
  does: 'Stops polling, because the response may have contained the credential, which is sent only once.',
  when: failing(POLL, { kind: 'malformed' }, () => undefined),
  again: newCode,
});

row('polling: the response with the approval is lost', {
  ...waiting,
  does: 'Keeps polling; when the server rejects the used code, treats it as expired and requests a new one.',
  when: async (scene) => {
    approve(scene);
    scene.control.failNext({ kind: 'network', afterHandling: true }, { route: POLL });
  },
  again: approve,
});

row('the tab is hidden', {
  ...waiting,
  does: 'Stops polling, and polls immediately when the tab is visible again.',
  when: () => setVisible(false),
  seconds: 120,
  again: async (scene) => {
    approve(scene);
    await setVisible(true);
  },
});

end();
