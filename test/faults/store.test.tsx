import { act } from '@testing-library/react';
import { expect } from 'vitest';
import { emulatorCall } from '../../src/emulator/emulatorCall.js';
import type { DiscovrCredential } from '../../src/session/credential.js';
import { watch, type Watched } from '../support/promises.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { signInByPopup } from './support/signInByPopup.js';

const { row, end } = faultTable('credential store');

const rejects = () => Promise.reject(new Error('The disk is full.'));
const hangs = () => new Promise<never>(() => undefined);
const throws = () => {
  throw new DOMException('Storage is turned off.', 'SecurityError');
};
/** Returns a value that is not a credential, as if other code had written it. */
const corrupt = async () => ({ refresh: 'moved' }) as unknown as DiscovrCredential;

const opening = { given: () => undefined, when: ({ openOnly }: Scene) => openOnly() };

for (const [name, get] of [
  ['rejects', rejects],
  ['throws', throws],
] as const) {
  row(`reading: the store ${name}`, {
    ...opening,
    does: 'Treats an unreadable credential as absent.',
    wrapStore: (store) => ({ ...store, get }),
    again: signInByPopup,
  });
}

row('reading: the store does not respond', {
  ...opening,
  does: 'Waits two seconds, then treats the credential as absent.',
  wrapStore: (store) => ({ ...store, get: hangs }),
  seconds: 2.5,
  again: signInByPopup,
});

row('reading: the stored value is not a credential', {
  ...opening,
  does: 'Treats the credential as absent.',
  wrapStore: (store) => ({ ...store, get: corrupt }),
  again: signInByPopup,
});

for (const [name, set] of [
  ['rejects', rejects],
  ['throws', throws],
  ['does not respond', hangs],
] as const) {
  row(`signing in: the store ${name} when the credential is written`, {
    session: 'signedOut',
    wrapStore: (store) => ({ ...store, set }),
    does: 'Keeps the user signed in until the app is closed or reloaded.',
    when: signInByPopup,
    proof: async ({ store }) => expect(await store.get()).toBeUndefined(),
  });

  row(`choosing a profile: the store ${name}`, {
    session: 'signedIn',
    wrapStore: (store) => ({ ...store, set }),
    does: 'Activates the profile; after a reload, the user must choose a profile again.',
    when: ({ click }) => click('Sam'),
    proof: async ({ store }) => expect(await store.get()).not.toHaveProperty('profileId'),
  });
}

let call: Watched<unknown>;

for (const [name, clear] of [
  ['rejects', rejects],
  ['does not respond', hangs],
] as const) {
  row(`signing out: the store ${name}`, {
    does: 'Signs out and revokes the token, so that the credential left in the store is useless; `signOut()` rejects.',
    wrapStore: (store) => ({ ...store, clear }),
    when: ({ client }) => act(async () => void (call = watch(client.signOut()))),
    proof: async ({ store, emulator }) => {
      expect(call.status).toBe('rejected');
      const left = await store.get();
      const response = await emulatorCall(emulator, 'GET /profiles', { token: left?.refreshToken ?? '' });
      expect(response.status).toBe(401);
    },
  });
}

end();
