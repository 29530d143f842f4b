import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { EmulatorFault } from '../../src/emulator/faults/faults.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('applying filters');

const apply = ({ click }: Scene) => click('Apply filters');
const applyWith = (fault: EmulatorFault, times = 1) => ({
  when: async (scene: Scene) => {
    scene.control.failNext(fault, { route: 'POST /pages', times });
    await apply(scene);
  },
});

row('no network', {
  does: 'Keeps the draft; does not try again when the network is back.',
  given: async (scene) => {
    await scene.open();
    await scene.type('Page name', 'Friday');
  },
  when: async (scene) => {
    scene.control.setOffline(true);
    await apply(scene);
    await scene.pass(20);
    scene.control.setOffline(false);
  },
  proof: () => expect(screen.getByLabelText('Page name')).toHaveValue('Friday'),
  again: apply,
});

row('no response', {
  does: 'Waits 8 seconds per attempt, 15 in total.',
  seconds: 15.5,
  ...applyWith({ kind: 'hang' }, 9),
  again: apply,
});

row('a response that never ends', {
  does: 'Applies the same limits to the body.',
  seconds: 15.5,
  ...applyWith({ kind: 'stall' }, 9),
  again: apply,
});

row('the response is lost', {
  does: 'Equal filters in a session return the same page.',
  ...applyWith({ kind: 'network', afterHandling: true }),
});

const unavailable = (status: number) => ({
  does: 'Retries twice.',
  ...applyWith({ kind: 'status', status }, 9),
  again: apply,
});

row('500 or 503', unavailable(500), unavailable(503));

row('503 once', {
  does: 'Shows no error.',
  ...applyWith({ kind: 'status', status: 503 }),
});

row('429', {
  does: 'Retries twice.',
  ...applyWith({ kind: 'status', status: 429 }, 9),
  again: apply,
});

row('429, `Retry-After` of 3 seconds', {
  does: 'Waits 3 seconds.',
  ...applyWith({ kind: 'status', status: 429, retryAfter: 3 }),
  proof: ({ control }) => expect(control.requests.at(-1)).toMatchObject({ status: 200 }),
});

row('429, `Retry-After` of 10 minutes', {
  does: 'Rejects immediately: the wait exceeds the time limit.',
  ...applyWith({ kind: 'status', status: 429, retryAfter: 600 }),
  seconds: 1,
  again: apply,
});

row('403', {
  does: 'Neither retries nor signs out.',
  ...applyWith({ kind: 'status', status: 403 }),
  again: apply,
});

row('an HTML response', {
  does: 'Does not retry; the HTML can come from a captive portal.',
  ...applyWith({ kind: 'html' }),
  again: apply,
});

const unreadable = (fault: EmulatorFault) => ({ does: 'Does not retry.', ...applyWith(fault), again: apply });

row(
  'truncated JSON, or JSON of an unexpected shape',
  unreadable({ kind: 'malformed' }),
  unreadable({ kind: 'body', body: { page: 1 } }),
);

row('the server rejects a field', {
  does: 'Shows the error under the field and focuses it.',
  ...applyWith({
    kind: 'status',
    status: 400,
    code: 'VALIDATION_FAILED',
    issues: [{ path: ['name'], message: 'too short' }],
  }),
  proof: () => expect(screen.getByLabelText('Page name')).toHaveFocus(),
  again: async ({ click, type }) => {
    await type('Page name', 'Longer');
    await click('Apply filters');
  },
});

row('the server rejects the filters as a whole', {
  does: 'Shows the error above the buttons.',
  ...applyWith({ kind: 'status', status: 422 }),
  again: apply,
});

end();
