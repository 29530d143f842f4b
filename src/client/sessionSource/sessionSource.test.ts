import { describe, expect, it, vi } from 'vitest';
import { backEnd } from '../../../test/support/backEnd.js';
import { failureOf, until } from '../../../test/support/promises.js';
import { madeUpRefreshToken } from '../../../test/support/tokens.js';
import { memoryCredentialStore } from '../../session/store/credentialStore.js';
import { DiscovrClient } from '../DiscovrClient.js';
import { createSessionSource } from './sessionSource.js';
import type { SessionSourceCalls } from './sessionSourceCalls.js';

/** A client whose refresh token stays at the app's back end. */
function hostedClient({ isSignedIn = true, host = backEnd() } = {}) {
  if (isSignedIn) host.signIn();
  const { fetch, path } = host;
  const open = () => new DiscovrClient('hosted', { fetch, sessionSource: createSessionSource(path, { fetch }) });
  return { host, open, client: open() };
}

/** The calls of a back end of the app's own making, which fail with 401 but for those that are given. */
function ownCalls(given: Partial<SessionSourceCalls>): SessionSourceCalls {
  const nobody = () => Promise.reject(Object.assign(new Error('gone'), { status: 401 }));
  return {
    getSignIn: async () => ({ publicId: 'in-1' }),
    getProfiles: nobody,
    getProfile: nobody,
    createProfile: nobody,
    updateProfile: nobody,
    deleteProfile: nobody,
    mintSessionToken: nobody,
    signOutSession: nobody,
    ...given,
  };
}

const clientOver = (given: Partial<SessionSourceCalls>) =>
  new DiscovrClient('hosted', { sessionSource: createSessionSource(ownCalls(given)) });

describe('a session source', () => {
  it('signs in by a cookie: profiles and pages come, and no refresh token reaches the browser', async () => {
    const { client, host } = hostedClient();
    const [profile] = await client.getProfiles();
    await client.selectProfile(profile?.id ?? '');
    expect((await client.createPage()).id).toBeTruthy();
    expect(host.seen.join()).not.toMatch(/\brt_|kept by the host/);
  });

  it('resumes the profile after a reload', async () => {
    const { client, open } = hostedClient();
    const [profile] = await client.getProfiles();
    await client.selectProfile(profile?.id ?? '');
    const reloaded = open();
    await reloaded.createPage();
    expect(reloaded.getSession()).toEqual({ status: 'active', profileId: profile?.id });
  });

  it('resumes the profile while the page is open where the back end does not remember it', async () => {
    const { client, host } = hostedClient({ host: backEnd({ remembersProfile: false }) });
    const [profile] = await client.getProfiles();
    await client.selectProfile(profile?.id ?? '');
    await client.refreshSignIn();
    expect(client.getSession()).toEqual({ status: 'active', profileId: profile?.id });
    // The next person has chosen none.
    host.signIn();
    await client.refreshSignIn();
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  it('has nobody until the back end signs somebody in, and is told of it', async () => {
    const { client, host } = hostedClient({ isSignedIn: false });
    expect(await failureOf(client.getProfiles())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    host.signIn();
    await client.refreshSignIn();
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  it('finds the person again when the network is back', async () => {
    const { client, host } = hostedClient();
    host.setDown(true);
    const disconnect = client.connect();
    await until(() => client.getSession().status === 'signedOut');
    host.setDown(false);
    window.dispatchEvent(new Event('online'));
    await until(() => client.isSignedIn());
    expect(client.getSession()).toEqual({ status: 'signedIn' });
    disconnect();
  });

  it('signs out at the back end, and stays signed out', async () => {
    const { client, host } = hostedClient();
    await client.getProfiles();
    expect(await client.signOut()).toEqual({ revoked: true });
    expect([host.isSignedIn(), client.getSession()]).toEqual([false, { status: 'signedOut', reason: 'signOut' }]);
  });

  it('that is down keeps the session', async () => {
    const { client, host } = hostedClient();
    await client.getProfiles();
    host.setDown(true);
    expect(await failureOf(client.getProfiles())).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(client.isSignedIn()).toBe(true);
  });

  it('whose cookie has run out signs out as refused', async () => {
    const { client, host } = hostedClient();
    await client.getProfiles();
    host.control.revoke();
    expect(await failureOf(client.getProfiles())).toMatchObject({ status: 401 });
    expect(client.getSession()).toEqual({ status: 'signedOut', reason: 'refused' });
  });

  it('of the app’s own making may throw anything with a status', async () => {
    const client = clientOver({});
    expect(await failureOf(client.getProfiles())).toMatchObject({ code: 'TOKEN_INVALID', message: 'gone' });
    expect(client.getSession()).toMatchObject({ reason: 'refused' });
  });

  it.each<[string, () => Promise<never>]>([
    ['nothing', async () => undefined as never],
    ['a refresh token', async () => ({ sessionToken: madeUpRefreshToken('x'), sessionId: 's', expiresAt: 1 }) as never],
    ['no promise', () => 7 as never],
  ])('whose mint answers with %s fails with BAD_RESPONSE and keeps the person signed in', async (_what, mint) => {
    const client = clientOver({ mintSessionToken: mint });
    expect(await failureOf(client.selectProfile('profile_1'))).toMatchObject({ code: 'BAD_RESPONSE' });
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  it('that says who is signed in without a name has nobody signed in', async () => {
    // A back end without types may answer anything.
    const client = clientOver({ getSignIn: async () => ({ publicId: 7 }) as never });
    await client.refreshSignIn();
    expect(client.getSession()).toEqual({ status: 'signedOut' });
  });

  it('that throws and hangs is an error and an abort to the caller', async () => {
    const client = clientOver({
      getProfile() {
        throw Object.assign(new Error('Too many.'), { code: 'RATE_LIMITED' });
      },
      getProfiles: () => new Promise(() => undefined),
    });
    expect(await failureOf(client.getProfile('profile_1'))).toMatchObject({ code: 'RATE_LIMITED' });
    const controller = new AbortController();
    const call = failureOf(client.getProfiles({ signal: controller.signal }));
    controller.abort();
    expect(await call).toMatchObject({ name: 'AbortError' });
  });

  it('takes no credential, and no store beside it', async () => {
    const { client, host } = hostedClient();
    await expect(client.adoptCredential({ refreshToken: madeUpRefreshToken('own') })).rejects.toThrow(/refreshSignIn/);
    const sessionSource = createSessionSource(host.path);
    expect(() => new DiscovrClient('hosted', { sessionSource, credentialStore: memoryCredentialStore() })).toThrow(
      /sessionSource or a credentialStore/,
    );
  });

  it('sends cookies to the app’s own origin and to no other', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ signIn: null }));
    await createSessionSource('/api/discovr/', { fetch }).store.get();
    expect(fetch).toHaveBeenCalledWith('/api/discovr/sign-in', expect.objectContaining({ credentials: 'same-origin' }));
    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).has('authorization')).toBe(false);
  });
});
