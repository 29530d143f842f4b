import { describe, expect, it, vi } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { createEmulator } from '../emulator/createEmulator.js';
import { memoryCredentialStore } from '../session/credential.js';
import type * as CallsModule from './calls.js';
import { DiscovrClient } from './browserClient.js';

const loadings = vi.hoisted(() => ({ count: 0, isDown: false }));

vi.mock('./calls.js', async (importOriginal) => {
  const { createCalls, createTokenCalls, createTokenServer } = await importOriginal<typeof CallsModule>();
  const load = <T>(code: T): T => {
    if (loadings.isDown) throw new TypeError('Failed to fetch dynamically imported module');
    return code;
  };
  return {
    get createCalls() {
      loadings.count += 1;
      return load(createCalls);
    },
    get createTokenCalls() {
      return load(createTokenCalls);
    },
    get createTokenServer() {
      return load(createTokenServer);
    },
  };
});

const client = () => new DiscovrClient('app', { fetch: async () => Response.json([]) });

describe('the code of calls', () => {
  it('starts to load when the client is created, once', async () => {
    loadings.count = 0;
    const created = client();
    await vi.waitFor(() => expect(loadings.count).toBe(1));
    await created.getProfileImages();
    await created.getProfileImages();
    expect(loadings.count).toBe(1);
  });

  it('is loaded by the next call when it could not be loaded before', async () => {
    loadings.isDown = true;
    const created = client();
    expect(await failureOf(created.getProfileImages())).toMatchObject({
      code: 'NETWORK_ERROR',
      message: expect.stringContaining('Failed to fetch dynamically imported module'),
      cause: { name: 'TypeError' },
    });
    loadings.isDown = false;
    expect(await created.getProfileImages()).toEqual([]);
  });

  it('is loaded by the next choice of a profile when it could not be loaded before', async () => {
    const { fetch, control, issueCredential } = createEmulator();
    const profileId = control.profiles()[0]!.id;
    loadings.isDown = true;
    const created = new DiscovrClient('app', { fetch, credentialStore: memoryCredentialStore(issueCredential()) });
    expect(await failureOf(created.selectProfile(profileId))).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(created.getSession()).toEqual({ status: 'signedIn' });
    loadings.isDown = false;
    await created.selectProfile(profileId);
    expect(created.getSession()).toEqual({ status: 'active', profileId });
  });

  it('is not needed to sign out', async () => {
    const { fetch, issueCredential } = createEmulator();
    loadings.isDown = true;
    const created = new DiscovrClient('app', { fetch, credentialStore: memoryCredentialStore(issueCredential()) });
    await created.ready();
    await created.signOut();
    expect(created.getSession()).toMatchObject({ status: 'signedOut' });
  });
});
