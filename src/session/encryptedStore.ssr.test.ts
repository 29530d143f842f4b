import { expect, it, vi } from 'vitest';
import { expectConsole } from '../../test/setup/console.js';
import { idle } from '../../test/support/promises.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { DiscovrClient } from '../client/browserClient.js';
import { encryptedCredentialStore } from './encryptedStore.js';

it('encryptedCredentialStore does nothing on a server until it is used, and then uses memory', async () => {
  const client = new DiscovrClient('my-app', { credentialStore: encryptedCredentialStore });
  expect(client.getSession()).toEqual({ status: 'unknown' });
  await idle();
  expect(vi.mocked(console.warn)).not.toHaveBeenCalled();

  expectConsole(/IndexedDB is not available/);
  const adopted = client.adoptCredential({ refreshToken: madeUpRefreshToken('alice'), profileId: 'profile_alex' });
  await expect(adopted).rejects.toMatchObject({ code: 'SIGN_IN_NOT_KEPT' });
  expect(client.getSession()).toEqual({ status: 'active', profileId: 'profile_alex' });
});
