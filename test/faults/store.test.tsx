import { act } from '@testing-library/react';
import { expect } from 'vitest';
import { emulatorCall } from '../../src/emulator/emulatorCall.js';
import type { DiscovrCredential } from '../../src/session/store/credential.js';
import { watch, type Watched } from '../support/promises.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { signInInWindow } from './support/signInInWindow.js';

const { row, end } = faultTable('store');

const rejects = () => Promise.reject(new Error('The disk is full.'));
const hangs = () => new Promise<never>(() => undefined);
const throws = () => {
  throw new DOMException('Storage is turned off.', 'SecurityError');
};
/** What stood there was written by something else. */
const corrupt = async () => ({ refresh: 'moved' }) as unknown as DiscovrCredential;

const opening = { given: () => undefined, when: ({ openOnly }: Scene) => openOnly() };

for (const [name, get] of [
  ['rejects', rejects],
  ['throws', throws],
] as const) {
  row(`reading: it ${name}`, {
    ...opening,
    does: 'What cannot be read counts as absent.',
    wrapStore: (store) => ({ ...store, get }),
    again: signInInWindow,
  });
}

row('reading: it does not answer', {
  ...opening,
  does: 'Waits two seconds, then counts it as absent.',
  wrapStore: (store) => ({ ...store, get: hangs }),
  seconds: 2.5,
  again: signInInWindow,
});

row('reading: its content is damaged', {
  ...opening,
  does: 'What is not a credential counts as absent.',
  wrapStore: (store) => ({ ...store, get: corrupt }),
  again: signInInWindow,
});

for (const [name, set] of [
  ['rejects', rejects],
  ['throws', throws],
  ['does not answer', hangs],
] as const) {
  row(`signing in: it ${name} when it is to keep the credential`, {
    session: 'signedOut',
    wrapStore: (store) => ({ ...store, set }),
    does: 'The person is in until the page is left.',
    when: signInInWindow,
    proof: async ({ store }) => expect(await store.get()).toBeUndefined(),
  });

  row(`choosing a profile: it ${name}`, {
    session: 'signedIn',
    wrapStore: (store) => ({ ...store, set }),
    does: 'The profile is active; after a reload the person chooses again.',
    when: ({ press }) => press('Sam'),
    proof: async ({ store }) => expect(await store.get()).not.toHaveProperty('profileId'),
  });
}

let call: Watched<unknown>;

for (const [name, clear] of [
  ['rejects', rejects],
  ['does not answer', hangs],
] as const) {
  row(`signing out: it ${name}`, {
    does: 'Signs out and revokes all the same, so what is left in it is refused; `signOut()` rejects.',
    wrapStore: (store) => ({ ...store, clear }),
    when: ({ client }) => act(async () => void (call = watch(client.signOut()))),
    proof: async ({ store, emulator }) => {
      expect(call.status).toBe('rejected');
      const left = await store.get();
      const answer = await emulatorCall(emulator, 'GET /profiles', { token: left?.refreshToken ?? '' });
      expect(answer.status).toBe(401);
    },
  });
}

end();
