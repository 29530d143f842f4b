import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { EmulatorFault } from '../../src/emulator/faults/faults.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('Apply');

const apply = ({ press }: Scene) => press('Apply filters');
const applyWith = (fault: EmulatorFault, times = 1) => ({
  when: async (scene: Scene) => {
    scene.control.failNext(fault, { route: 'POST /pages', times });
    await apply(scene);
  },
});

row('no network', {
  does: 'Repeats twice, keeps the draft, and sends nothing later by itself.',
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

row('no answer', {
  does: 'Gives an attempt 8 seconds, and all of them 15.',
  seconds: 15.5,
  ...applyWith({ kind: 'hang' }, 9),
  again: apply,
});

row('an answer that never ends', {
  does: 'Reading it counts into the same time limits.',
  seconds: 15.5,
  ...applyWith({ kind: 'stall' }, 9),
  again: apply,
});

row('an answer that is lost', {
  does: 'Repeats: the same filters in the same session are the same page.',
  ...applyWith({ kind: 'network', afterHandling: true }),
});

for (const status of [500, 503]) {
  row(`${status}`, {
    does: 'Repeats twice.',
    ...applyWith({ kind: 'status', status }, 9),
    again: apply,
  });
}

row('503 once', {
  does: 'Repeats, and nobody hears of it.',
  ...applyWith({ kind: 'status', status: 503 }),
});

row('429', {
  does: 'Repeats twice.',
  ...applyWith({ kind: 'status', status: 429 }, 9),
  again: apply,
});

row('429, `Retry-After` of 3 seconds', {
  does: 'Waits as long as it says, then repeats.',
  ...applyWith({ kind: 'status', status: 429, retryAfter: 3 }),
  proof: ({ control }) => expect(control.requests.at(-1)).toMatchObject({ status: 200 }),
});

row('429, `Retry-After` of 10 minutes', {
  does: 'Rejects at once: that is past the call’s time limit.',
  ...applyWith({ kind: 'status', status: 429, retryAfter: 600 }),
  seconds: 1,
  again: apply,
});

row('403', {
  does: 'Neither repeats nor signs out.',
  ...applyWith({ kind: 'status', status: 403 }),
  again: apply,
});

row('a web page for an answer', {
  does: 'Takes nothing from it, and does not repeat: so answers a captive portal.',
  ...applyWith({ kind: 'html' }),
  again: apply,
});

row('JSON that is cut off', {
  does: 'Takes nothing from it, and does not repeat.',
  ...applyWith({ kind: 'malformed' }),
  again: apply,
});

row('JSON of another shape', {
  does: 'Takes nothing from it, and does not repeat.',
  ...applyWith({ kind: 'body', body: { page: 1 } }),
  again: apply,
});

row('a field is refused', {
  does: 'Says so under the field, which takes the focus.',
  ...applyWith({
    kind: 'status',
    status: 400,
    code: 'VALIDATION_FAILED',
    issues: [{ path: ['name'], message: 'too short' }],
  }),
  proof: () => expect(screen.getByLabelText('Page name')).toHaveFocus(),
  again: async ({ press, type }) => {
    await type('Page name', 'Longer');
    await press('Apply filters');
  },
});

row('filters are refused as a whole', {
  does: 'Says so above the buttons.',
  ...applyWith({ kind: 'status', status: 422 }),
  again: apply,
});

end();
