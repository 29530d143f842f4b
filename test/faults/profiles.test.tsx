import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import type { EmulatorFault } from '../../src/emulator/faults/faults.js';
import { browserTabs } from './support/browserTabs.js';
import { failing, offline, refused, UNREADABLE_401 } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('profiles');
browserTabs();

const LIST = 'GET /profiles';
const MINT = 'POST /auth/session-token';
/** Starts with a signed-in user and a closed app, because an opened app requests the profiles immediately. */
const opening = { session: 'signedIn', given: () => undefined } as const;
const choosing = { session: 'signedIn' } as const;
const open = ({ openOnly }: Scene) => openOnly();
const tryAgain = ({ click }: Scene) => click('Try again');
const chooseSam = ({ click }: Scene) => click('Sam');

row('list: no network', {
  ...opening,
  does: 'Offers to try again.',
  when: offline(open),
  again: tryAgain,
});

row('list: no response', {
  ...opening,
  does: 'Waits 8 seconds per attempt, 15 in total.',
  seconds: 15.5,
  when: failing(LIST, { kind: 'hang' }, open, 9),
  again: tryAgain,
});

row('list: 503', {
  ...opening,
  does: 'Retries twice.',
  when: failing(LIST, { kind: 'status', status: 503 }, open, 9),
  again: tryAgain,
});

row('list: 429, `Retry-After` of 10 minutes', {
  ...opening,
  does: 'Does not retry.',
  when: failing(LIST, { kind: 'status', status: 429, retryAfter: 600 }, open),
  again: tryAgain,
});

row('list: 403', {
  ...opening,
  does: 'Stays signed in.',
  when: failing(LIST, { kind: 'status', status: 403 }, open),
  again: tryAgain,
});

const refusedWith = (fault: EmulatorFault) => ({ ...opening, does: 'Signs out.', when: failing(LIST, fault, open) });

row('list: `TOKEN_INVALID` or an unreadable 401', refusedWith(refused('TOKEN_INVALID')), refusedWith(UNREADABLE_401));

row('list: `TOKEN_EXPIRED`', refusedWith(refused('TOKEN_EXPIRED')));

const unreadable = (fault: EmulatorFault) => ({
  ...opening,
  does: 'Does not retry.',
  when: failing(LIST, fault, open),
  again: tryAgain,
});

row(
  'list: HTML, or JSON of an unexpected shape',
  unreadable({ kind: 'html' }),
  unreadable({ kind: 'body', body: { people: [] } }),
);

row('choosing: no network', {
  ...choosing,
  does: 'Activates no profile.',
  when: offline(chooseSam),
  again: chooseSam,
});

row('choosing: no response', {
  ...choosing,
  does: 'Waits 8 seconds per attempt, 15 in total.',
  seconds: 15.5,
  when: failing(MINT, { kind: 'hang' }, chooseSam, 9),
  again: chooseSam,
});

row('choosing: 503', {
  ...choosing,
  does: 'Activates no profile.',
  when: failing(MINT, { kind: 'status', status: 503 }, chooseSam, 9),
  again: chooseSam,
});

row('choosing: 429, `Retry-After` of 10 minutes', {
  ...choosing,
  does: 'Does not retry.',
  when: failing(MINT, { kind: 'status', status: 429, retryAfter: 600 }, chooseSam),
  again: chooseSam,
});

row('choosing: the response is lost', {
  ...choosing,
  does: 'Retries; the session of the lost response stays unused.',
  when: failing(MINT, { kind: 'network', afterHandling: true }, chooseSam),
});

row('choosing: the refresh token was revoked elsewhere', {
  ...choosing,
  does: 'Signs out.',
  when: async (scene) => {
    scene.control.revoke();
    await chooseSam(scene);
  },
});

row('choosing: the profile was deleted elsewhere', {
  ...choosing,
  does: 'Stays signed in and reloads the list.',
  given: async (scene) => {
    await scene.open();
    await scene.deleteElsewhere(scene.sam);
  },
  when: chooseSam,
  proof: () => expect(screen.queryByRole('button', { name: 'Sam' })).toBeNull(),
  again: ({ click }) => click('Alex'),
});

end();
