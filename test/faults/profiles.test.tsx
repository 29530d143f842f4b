import { screen } from '@testing-library/react';
import { expect } from 'vitest';
import { failing, offline, refused, UNREADABLE_401 } from './support/failing.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('profiles');

const LIST = 'GET /profiles';
const MINT = 'POST /auth/session-token';
/** The gate of somebody who is signed in asks for the profiles when it opens. */
const opening = { session: 'signedIn', given: () => undefined } as const;
const choosing = { session: 'signedIn' } as const;
const open = ({ openOnly }: Scene) => openOnly();
const tryAgain = ({ press }: Scene) => press('Try again');
const chooseSam = ({ press }: Scene) => press('Sam');

row('the list: no network', {
  ...opening,
  does: 'Repeats twice, then offers to try again.',
  when: offline(open),
  again: tryAgain,
});

row('the list: no answer', {
  ...opening,
  does: 'Gives an attempt 8 seconds, and all of them 15.',
  seconds: 15.5,
  when: failing(LIST, { kind: 'hang' }, open, 9),
  again: tryAgain,
});

row('the list: 503', {
  ...opening,
  does: 'Repeats twice.',
  when: failing(LIST, { kind: 'status', status: 503 }, open, 9),
  again: tryAgain,
});

row('the list: 429, `Retry-After` of 10 minutes', {
  ...opening,
  does: 'Does not repeat.',
  when: failing(LIST, { kind: 'status', status: 429, retryAfter: 600 }, open),
  again: tryAgain,
});

row('the list: 403', {
  ...opening,
  does: 'Keeps the sign-in.',
  when: failing(LIST, { kind: 'status', status: 403 }, open),
  again: tryAgain,
});

for (const [name, fault] of [
  ['`TOKEN_INVALID`', refused('TOKEN_INVALID')],
  ['`TOKEN_EXPIRED`', refused('TOKEN_EXPIRED')],
  ['a 401 that cannot be read', UNREADABLE_401],
] as const) {
  row(`the list: ${name}`, {
    ...opening,
    does: 'Signs out, reason `refused`.',
    when: failing(LIST, fault, open),
  });
}

row('the list: a web page for an answer', {
  ...opening,
  does: 'Takes nothing from it, and does not repeat.',
  when: failing(LIST, { kind: 'html' }, open),
  again: tryAgain,
});

row('the list: JSON of another shape', {
  ...opening,
  does: 'Takes nothing from it, and does not repeat.',
  when: failing(LIST, { kind: 'body', body: { people: [] } }, open),
  again: tryAgain,
});

row('choosing: no network', {
  ...choosing,
  does: 'Repeats the mint twice; no profile becomes active.',
  when: offline(chooseSam),
  again: chooseSam,
});

row('choosing: no answer', {
  ...choosing,
  does: 'Gives an attempt 8 seconds, and all of them 15.',
  seconds: 15.5,
  when: failing(MINT, { kind: 'hang' }, chooseSam, 9),
  again: chooseSam,
});

row('choosing: 503', {
  ...choosing,
  does: 'Repeats the mint twice; no profile becomes active.',
  when: failing(MINT, { kind: 'status', status: 503 }, chooseSam, 9),
  again: chooseSam,
});

row('choosing: 429, `Retry-After` of 10 minutes', {
  ...choosing,
  does: 'Does not repeat.',
  when: failing(MINT, { kind: 'status', status: 429, retryAfter: 600 }, chooseSam),
  again: chooseSam,
});

row('choosing: the answer is lost', {
  ...choosing,
  does: 'Repeats: a session nobody knows of harms nobody.',
  when: failing(MINT, { kind: 'network', afterHandling: true }, chooseSam),
});

row('choosing: the sign-in was revoked elsewhere', {
  ...choosing,
  does: 'Signs out, reason `refused`.',
  when: async (scene) => {
    scene.control.revoke();
    await chooseSam(scene);
  },
});

row('choosing: the profile was deleted elsewhere', {
  ...choosing,
  does: 'Keeps the sign-in, and looks at the list again.',
  given: async (scene) => {
    await scene.open();
    await scene.deleteElsewhere(scene.sam);
  },
  when: chooseSam,
  proof: () => expect(screen.queryByRole('button', { name: 'Sam' })).toBeNull(),
  again: ({ press }) => press('Alex'),
});

end();
