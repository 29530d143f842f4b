import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { failing, offline, refused, UNREADABLE_401 } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('profiles');

const LIST = 'GET /profiles';
const MINT = 'POST /auth/session-token';
/** Starts with a signed-in user and a closed app, because an opened app requests the profiles immediately. */
const opening = { session: 'signedIn', given: () => undefined } as const;
const choosing = { session: 'signedIn' } as const;
const open = ({ openOnly }: Scene) => openOnly();
const tryAgain = ({ click }: Scene) => click('Try again');
const chooseSam = ({ click }: Scene) => click('Sam');

row('loading the list: no network', {
  ...opening,
  does: 'Retries twice, then offers to try again.',
  when: offline(open),
  again: tryAgain,
});

row('loading the list: no response', {
  ...opening,
  does: 'Limits each attempt to 8 seconds and the whole call to 15 seconds.',
  seconds: 15.5,
  when: failing(LIST, { kind: 'hang' }, open, 9),
  again: tryAgain,
});

row('loading the list: 503', {
  ...opening,
  does: 'Retries twice.',
  when: failing(LIST, { kind: 'status', status: 503 }, open, 9),
  again: tryAgain,
});

row('loading the list: 429, `Retry-After` of 10 minutes', {
  ...opening,
  does: 'Does not retry.',
  when: failing(LIST, { kind: 'status', status: 429, retryAfter: 600 }, open),
  again: tryAgain,
});

row('loading the list: 403', {
  ...opening,
  does: 'Stays signed in.',
  when: failing(LIST, { kind: 'status', status: 403 }, open),
  again: tryAgain,
});

for (const [name, fault] of [
  ['`TOKEN_INVALID`', refused('TOKEN_INVALID')],
  ['`TOKEN_EXPIRED`', refused('TOKEN_EXPIRED')],
  ['an unreadable 401', UNREADABLE_401],
] as const) {
  row(`loading the list: ${name}`, {
    ...opening,
    does: 'Signs out with reason `refused`.',
    when: failing(LIST, fault, open),
  });
}

row('loading the list: an HTML response', {
  ...opening,
  does: 'Rejects without a retry.',
  when: failing(LIST, { kind: 'html' }, open),
  again: tryAgain,
});

row('loading the list: JSON of an unexpected shape', {
  ...opening,
  does: 'Rejects without a retry.',
  when: failing(LIST, { kind: 'body', body: { people: [] } }, open),
  again: tryAgain,
});

row('choosing a profile: no network', {
  ...choosing,
  does: 'Retries the mint twice; no profile becomes active.',
  when: offline(chooseSam),
  again: chooseSam,
});

row('choosing a profile: no response', {
  ...choosing,
  does: 'Limits each attempt to 8 seconds and the whole call to 15 seconds.',
  seconds: 15.5,
  when: failing(MINT, { kind: 'hang' }, chooseSam, 9),
  again: chooseSam,
});

row('choosing a profile: 503', {
  ...choosing,
  does: 'Retries the mint twice; no profile becomes active.',
  when: failing(MINT, { kind: 'status', status: 503 }, chooseSam, 9),
  again: chooseSam,
});

row('choosing a profile: 429, `Retry-After` of 10 minutes', {
  ...choosing,
  does: 'Does not retry.',
  when: failing(MINT, { kind: 'status', status: 429, retryAfter: 600 }, chooseSam),
  again: chooseSam,
});

row('choosing a profile: the response is lost', {
  ...choosing,
  does: 'Retries; the session of the lost response stays unused, which does no harm.',
  when: failing(MINT, { kind: 'network', afterHandling: true }, chooseSam),
});

row('choosing a profile: the refresh token was revoked elsewhere', {
  ...choosing,
  does: 'Signs out with reason `refused`.',
  when: async (scene) => {
    scene.control.revoke();
    await chooseSam(scene);
  },
});

row('choosing a profile: the profile was deleted elsewhere', {
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
