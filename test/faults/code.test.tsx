import type { EmulatorFault } from '../../src/emulator/faults/faults.js';
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
const approve = ({ control, shownCode }: Scene) => control.approveDevice(shownCode());

row('new code: no network', {
  ...signedOut,
  does: 'Offers a new code.',
  when: offline(requestCode),
  again: newCode,
});

row('new code: no response', {
  ...signedOut,
  does: 'Fails after 8 seconds.',
  seconds: 8.5,
  when: failing(REQUEST, { kind: 'hang' }, requestCode, 9),
  again: newCode,
});

row('new code: 503', {
  ...signedOut,
  does: 'Offers a new code.',
  when: failing(REQUEST, { kind: 'status', status: 503 }, requestCode, 9),
  again: newCode,
});

row('new code: 429, `Retry-After` of 10 minutes', {
  ...signedOut,
  does: 'Offers a new code.',
  when: failing(REQUEST, { kind: 'status', status: 429, retryAfter: 600 }, requestCode),
  again: newCode,
});

row('new code: JSON of an unexpected shape', {
  ...signedOut,
  does: 'Rejects the response.',
  when: failing(REQUEST, { kind: 'body', body: {} }, requestCode),
  again: newCode,
});

row('the code is denied', {
  ...waiting,
  does: 'Stops polling.',
  when: ({ control, shownCode }) => control.denyDevice(shownCode()),
  again: newCode,
});

row('the code is not approved within ten minutes', {
  ...waiting,
  does: 'Requests a new code while the tab is visible.',
  when: () => undefined,
  seconds: 601,
});

const slowDown = (fault: EmulatorFault) => ({
  ...waiting,
  does: 'Adds five seconds to the polling interval.',
  when: failing(POLL, fault, () => undefined),
  seconds: 30,
  again: approve,
});

row('polling: 429', slowDown({ kind: 'status', status: 429 }));

row('polling: `slow_down`', slowDown({ kind: 'status', status: 400, code: 'slow_down' }));

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

const outage = { ...waiting, does: 'Keeps polling.', seconds: 30, again: approve };

row('polling: no network', { ...outage, when: offline(() => undefined) });

row('polling: 503', { ...outage, when: failing(POLL, { kind: 'status', status: 503 }, () => undefined, 99) });

row('polling: an unreadable response', {
  ...waiting,
  does: 'Stops polling: the response may have contained the credential, which is sent once.',
  when: failing(POLL, { kind: 'malformed' }, () => undefined),
  again: newCode,
});

row('polling: the response with the approval is lost', {
  ...waiting,
  does: 'Treats the used code as expired and requests a new one.',
  when: async (scene) => {
    approve(scene);
    scene.control.failNext({ kind: 'network', afterHandling: true }, { route: POLL });
  },
  again: approve,
});

row('the tab is hidden', {
  ...waiting,
  does: 'Polls again when the tab is visible.',
  when: () => setVisible(false),
  seconds: 120,
  again: async (scene) => {
    approve(scene);
    await setVisible(true);
  },
});

end();
