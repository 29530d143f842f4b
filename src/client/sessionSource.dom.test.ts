import { describe, expect, it, vi } from 'vitest';
import { backEnd } from '../../test/support/backEnd.js';
import { failureOf, until } from '../../test/support/promises.js';
import { urlOf } from '../../test/support/urlOf.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { memoryCredentialStore } from '../session/credential.js';
import { DiscovrClient } from './browserClient.js';
import { createSessionSource } from './sessionSource.js';
import type { SessionSourceCalls } from './backEnd.js';

/** Returns a client whose refresh token stays at the app's back end. */
function hostedClient({ isSignedIn = true, host = backEnd() } = {}) {
  if (isSignedIn) host.signIn();
  const { fetch, path } = host;
  const open = () => new DiscovrClient('hosted', { fetch, sessionSource: createSessionSource(path, { fetch }) });
  return { host, open, client: open() };
}

/** Returns the calls of a custom back end. They reject with 401, except for the given ones. */
function customCalls(given: Partial<SessionSourceCalls>): SessionSourceCalls {
  const refuse = () => Promise.reject(Object.assign(new Error('gone'), { status: 401 }));
  return {
    getSignIn: async () => ({ publicId: 'in-1' }),
    getProfiles: refuse,
    getProfile: refuse,
    createProfile: refuse,
    updateProfile: refuse,
    deleteProfile: refuse,
    mintSessionToken: refuse,
    signOutSession: refuse,
    ...given,
  };
}

const clientOver = (given: Partial<SessionSourceCalls>) =>
  new DiscovrClient('hosted', { sessionSource: createSessionSource(customCalls(given)) });

describe('a client with a session source', () => {
  it('loads profiles and pages with a cookie, and no refresh token reaches the browser', async () => {
    const { client, host } = hostedClient();
    const [profile] = await client.getProfiles();
    await client.selectProfile(profile?.id ?? '');
    expect((await client.createPage()).id).toBeTruthy();
    expect(host.seen.join()).not.toMatch(/\brt_|kept by the back end/);
  });

  it('resumes the profile after a reload', async () => {
    const { client, open } = hostedClient();
    const [profile] = await client.getProfiles();
    await client.selectProfile(profile?.id ?? '');
    const reloaded = open();
    await reloaded.createPage();
    expect(reloaded.getSession()).toEqual({ status: 'active', profileId: profile?.id });
  });

  it('keeps the profile until a reload when the back end does not remember it', async () => {
    const { client, host } = hostedClient({ host: backEnd({ remembersProfile: false }) });
    const [profile] = await client.getProfiles();
    await client.selectProfile(profile?.id ?? '');
    await client.refreshSignIn();
    expect(client.getSession()).toEqual({ status: 'active', profileId: profile?.id });
    // The next user has no active profile.
    host.signIn();
    await client.refreshSignIn();
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  it('is signed out until the back end signs a user in and refreshSignIn() is called', async () => {
    const { client, host } = hostedClient({ isSignedIn: false });
    expect(await failureOf(client.getProfiles())).toMatchObject({ code: 'NOT_SIGNED_IN' });
    host.signIn();
    await client.refreshSignIn();
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  it('signs the user in when the network is back', async () => {
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

  it('signs out at the back end when the id of the user has half of a surrogate pair', async () => {
    const host = backEnd();
    const fetch: typeof host.fetch = async (input, init) => {
      const response = await host.fetch(input, init);
      return urlOf(input).endsWith('/sign-in') ? Response.json({ signIn: { publicId: '\ud800' } }) : response;
    };
    const { client } = hostedClient({ host: { ...host, fetch } });
    expect(await client.signOut()).toEqual({ revoked: true });
    expect(host.isSignedIn()).toBe(false);
  });

  it('stays signed in while the back end is down', async () => {
    const { client, host } = hostedClient();
    await client.getProfiles();
    host.setDown(true);
    expect(await failureOf(client.getProfiles())).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(client.isSignedIn()).toBe(true);
  });

  it('signs out with the reason "refused" when the cookie has expired', async () => {
    const { client, host } = hostedClient();
    await client.getProfiles();
    host.control.revoke();
    expect(await failureOf(client.getProfiles())).toMatchObject({ status: 401 });
    expect(client.getSession()).toEqual({ status: 'signedOut', reason: 'refused' });
  });

  it('signs out with the reason "refused" when a custom back end rejects with an error of status 401', async () => {
    const client = clientOver({});
    expect(await failureOf(client.getProfiles())).toMatchObject({ code: 'TOKEN_INVALID', message: 'gone' });
    expect(client.getSession()).toMatchObject({ reason: 'refused' });
  });

  it.each<[string, () => Promise<never>]>([
    ['undefined', async () => undefined as never],
    ['a refresh token', async () => ({ sessionToken: madeUpRefreshToken('x'), sessionId: 's', expiresAt: 1 }) as never],
    ['a value that is not a promise', () => 7 as never],
  ])('rejects with BAD_RESPONSE and stays signed in when a mint returns %s', async (_what, mint) => {
    const client = clientOver({ mintSessionToken: mint });
    expect(await failureOf(client.selectProfile('profile_1'))).toMatchObject({ code: 'BAD_RESPONSE' });
    expect(client.getSession()).toEqual({ status: 'signedIn' });
  });

  it('is signed out when the back end returns a sign-in without a valid publicId', async () => {
    // A back end without types may return any value.
    const client = clientOver({ getSignIn: async () => ({ publicId: 7 }) as never });
    await client.refreshSignIn();
    expect(client.getSession()).toEqual({ status: 'signedOut' });
  });

  it('is signed out when the back end answers 401 to the question who is signed in, whatever the code', async () => {
    const getSignIn = vi.fn<SessionSourceCalls['getSignIn']>(async () => ({ publicId: 'in-1' }));
    const client = clientOver({ getSignIn });
    await client.ready();
    getSignIn.mockRejectedValue(Object.assign(new Error('gone'), { status: 401, code: 'TOKEN_EXPIRED' }));
    await client.refreshSignIn();
    expect(client.getSession()).toMatchObject({ status: 'signedOut' });
  });

  it('rejects when the back end throws, and when the signal aborts a call that hangs', async () => {
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

  it('accepts neither a credential nor a credential store from the app', async () => {
    const { client, host } = hostedClient();
    await expect(client.adoptCredential({ refreshToken: madeUpRefreshToken('own') })).rejects.toThrow(/refreshSignIn/);
    const sessionSource = createSessionSource(host.path);
    expect(() => new DiscovrClient('hosted', { sessionSource, credentialStore: memoryCredentialStore() })).toThrow(
      /sessionSource or a credentialStore/,
    );
  });

  it('sends cookies to the app’s origin only', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ signIn: null }));
    await createSessionSource('/api/discovr/', { fetch }).store.get();
    expect(fetch).toHaveBeenCalledWith('/api/discovr/sign-in', expect.objectContaining({ credentials: 'same-origin' }));
    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).has('authorization')).toBe(false);
  });
});
