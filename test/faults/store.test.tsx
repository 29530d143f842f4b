import { act } from '@testing-library/react';
import { expect } from 'vitest';
import { emulatorCall } from '../../src/emulator/emulatorCall.js';
import type { CredentialStore, DiscovrCredential } from '../../src/session/credential.js';
import { watch, type Watched } from '../support/promises.js';
import { browserTabs } from './support/browserTabs.js';
import { faultTable, type Fault } from './support/faultTable.js';
import type { Scene } from './support/scene.js';
import { signInByPopup } from './support/signInByPopup.js';

const { row, end } = faultTable('credential store');
browserTabs();

const rejects = () => Promise.reject(new Error('The disk is full.'));
const hangs = () => new Promise<never>(() => undefined);
const throws = () => {
  throw new DOMException('Storage is turned off.', 'SecurityError');
};
/** Returns a value that is not a credential, as if other code had written it. */
const corrupt = async () => ({ refresh: 'moved' }) as unknown as DiscovrCredential;

const opening = { given: () => undefined, when: ({ openOnly }: Scene) => openOnly() };

const readingWith = (get: CredentialStore['get']): Fault => ({
  ...opening,
  does: 'Treats the credential as absent.',
  wrapStore: (store) => ({ ...store, get }),
  again: signInByPopup,
});

row(
  'reading: the store rejects, throws or returns no credential',
  readingWith(rejects),
  readingWith(throws),
  readingWith(corrupt),
);

row('reading: the store does not respond', {
  ...opening,
  does: 'Treats the credential as absent after two seconds.',
  wrapStore: (store) => ({ ...store, get: hangs }),
  seconds: 2.5,
  again: signInByPopup,
});

const failures = [rejects, throws, hangs] as const;

const signInWith = (set: () => Promise<void>): Fault => ({
  session: 'signedOut',
  wrapStore: (store) => ({ ...store, set }),
  does: 'Keeps the user signed in until a reload.',
  when: signInByPopup,
  proof: async ({ store }) => expect(await store.get()).toBeUndefined(),
});

row('signing in: the store rejects or throws on write', signInWith(rejects), signInWith(throws));

row('signing in: the store does not respond on write', {
  ...signInWith(hangs),
  does: 'Keeps the user signed in until a reload; the sign-in ends after two seconds.',
});

row(
  'choosing: the store rejects, throws or does not respond',
  ...failures.map((set): Fault => ({
    session: 'signedIn',
    wrapStore: (store) => ({ ...store, set }),
    does: 'Activates the profile until a reload.',
    when: ({ click }) => click('Sam'),
    proof: async ({ store }) => expect(await store.get()).not.toHaveProperty('profileId'),
  })),
);

let call: Watched<unknown>;

row(
  'signing out: the store rejects or does not respond',
  ...[rejects, hangs].map((clear): Fault => ({
    does: 'Signs out and revokes the token, so that the stored credential is useless; `signOut()` rejects.',
    wrapStore: (store) => ({ ...store, clear }),
    when: ({ client }) => act(async () => void (call = watch(client.signOut()))),
    proof: async ({ store, emulator }) => {
      expect(call.status).toBe('rejected');
      const left = await store.get();
      const response = await emulatorCall(emulator, 'GET /profiles', { token: left?.refreshToken ?? '' });
      expect(response.status).toBe(401);
    },
  })),
);

end();
