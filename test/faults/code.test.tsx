import { screen } from '@testing-library/react';
import { failing, offline } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { setVisible } from './support/setVisible.js';

const { row, end } = faultTable('sign-in by a code');

const ASK = 'POST /auth/device-codes';
const POLL = 'POST /auth/device-codes/:code/poll';
const askForCode = ({ press }: Scene) => press('Use your phone instead');
const newCode = ({ press }: Scene) => press('Get a new code');
const asking = { session: 'signedOut' } as const;
/** A code is shown. */
const waiting = {
  session: 'signedOut',
  given: async (scene: Scene) => {
    await scene.open();
    await askForCode(scene);
    await scene.pass(1);
  },
} as const;
const shownCode = () => screen.getByText(/^Code: /).textContent.replace(/\D/g, '');
const approve = ({ control }: Scene) => control.approveDevice(shownCode());

row('asking for a code: no network', {
  ...asking,
  does: 'Says so; another is got on request.',
  when: offline(askForCode),
  again: newCode,
});

row('asking: no answer', {
  ...asking,
  does: 'Waits 8 seconds.',
  seconds: 8.5,
  when: failing(ASK, { kind: 'hang' }, askForCode, 9),
  again: newCode,
});

row('asking: 503', {
  ...asking,
  does: 'Says so; another is got on request.',
  when: failing(ASK, { kind: 'status', status: 503 }, askForCode, 9),
  again: newCode,
});

row('asking: 429, `Retry-After` of 10 minutes', {
  ...asking,
  does: 'Says so; another is got on request.',
  when: failing(ASK, { kind: 'status', status: 429, retryAfter: 600 }, askForCode),
  again: newCode,
});

row('asking: JSON of another shape', {
  ...asking,
  does: 'Takes nothing from it.',
  when: failing(ASK, { kind: 'body', body: {} }, askForCode),
  again: newCode,
});

row('the code is denied', {
  ...waiting,
  does: 'Asks no more.',
  when: ({ control }) => control.denyDevice(shownCode()),
  again: newCode,
});

row('nobody approves it for ten minutes', {
  ...waiting,
  does: 'Gets another by itself while the page can be seen.',
  when: () => undefined,
  seconds: 601,
});

row('429 to the poll', {
  ...waiting,
  does: 'Asks five seconds less often from then on.',
  when: failing(POLL, { kind: 'status', status: 429 }, () => undefined),
  seconds: 30,
  again: approve,
});

row('`slow_down` to the poll', {
  ...waiting,
  does: 'Asks five seconds less often from then on.',
  when: failing(POLL, { kind: 'status', status: 400, code: 'slow_down' }, () => undefined),
  seconds: 30,
  again: approve,
});

row('429 to the poll, `Retry-After` of 25 seconds', {
  ...waiting,
  does: 'Asks again when it says.',
  when: failing(POLL, { kind: 'status', status: 429, retryAfter: 25 }, () => undefined),
  seconds: 29,
  again: async (scene) => {
    approve(scene);
    await scene.pass(10);
  },
});

row('no network while a code is shown', {
  ...waiting,
  does: 'Goes on with the same code.',
  when: offline(() => undefined),
  seconds: 30,
  again: approve,
});

row('503 while a code is shown', {
  ...waiting,
  does: 'Goes on with the same code.',
  when: failing(POLL, { kind: 'status', status: 503 }, () => undefined, 99),
  seconds: 30,
  again: approve,
});

row('a poll that cannot be read', {
  ...waiting,
  does: 'Asks no more: what came may have been the credential.',
  when: failing(POLL, { kind: 'malformed' }, () => undefined),
  again: newCode,
});

row('the answer with the approval is lost', {
  ...waiting,
  does: 'Goes on asking; a code that is then used up has run out, and another is got.',
  when: async (scene) => {
    approve(scene);
    scene.control.failNext({ kind: 'network', afterHandling: true }, { route: POLL });
  },
  again: approve,
});

row('the page is hidden', {
  ...waiting,
  does: 'Rests, and asks at once when it is shown again.',
  when: () => setVisible(false),
  seconds: 120,
  again: async (scene) => {
    approve(scene);
    await setVisible(true);
  },
});

end();
