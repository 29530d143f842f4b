import { describe, expect, it, vi } from 'vitest';
import { deferred, failureOf, idle, watch } from '../../../test/support/promises.js';
import { sdkOnEmulator } from '../../../test/support/sdkOnEmulator.js';
import { adaptSdk } from '../browserClient.js';
import type { DiscovrSdkLike } from './sdkCalls.js';

/** Returns an adapted SDK whose account methods return whole responses. The SDK's documentation leaves this open. */
async function accountSdk(overrides: Partial<DiscovrSdkLike> = {}) {
  const discovr = await sdkOnEmulator();
  const { sdk, inner } = discovr;
  const full: DiscovrSdkLike = Object.assign(sdk, {
    signOut: () => inner.signOut(),
    getProfiles: () => inner.identityApi().getProfiles(),
    createProfile: (name: string, avatarUrl: string) => inner.identityApi().createProfile({ name, avatarUrl }),
    updateProfile: inner.updateProfile.bind(inner),
    selectProfile: (id: string) => inner.selectProfile(id),
    searchGifs: inner.searchGifs.bind(inner),
    ...overrides,
  });
  const adapted = adaptSdk(full);
  adapted.connect();
  return { ...discovr, full, adapted };
}

describe('the account methods of an adapted SDK', () => {
  it('list and create profiles, whether the SDK returns the whole response or its content', async () => {
    const { adapted, inner } = await accountSdk();
    const id = await adapted.createProfile('Kim', 'https://example.com/a.png');
    expect((await adapted.getProfiles()).map((profile) => profile.id)).toContain(id);
    const { adapted: bare } = await accountSdk({
      getProfiles: () => inner.getProfiles(),
      createProfile: async () => 'profile_1',
    });
    expect(await bare.getProfiles()).toHaveLength(3);
    expect(await bare.createProfile('Kim', 'https://example.com/a.png')).toBe('profile_1');
  });

  it('reject with NOT_SUPPORTED when the SDK lacks them', async () => {
    const { adapted } = await accountSdk();
    for (const call of [adapted.deleteProfile('profile_1'), adapted.getProfileImages()]) {
      expect(await failureOf(call)).toMatchObject({ name: 'DiscovrError', code: 'NOT_SUPPORTED' });
    }
    const { sdk } = await sdkOnEmulator({ session: 'signedOut' });
    expect(await failureOf(adaptSdk(sdk).getProfiles())).toMatchObject({ code: 'NOT_SUPPORTED' });
  });

  it('keep their result when the profile changes during the call', async () => {
    const list = deferred<[]>();
    const { adapted, sam } = await accountSdk({ getProfiles: () => list.promise });
    const call = watch(adapted.getProfiles());
    await adapted.selectProfile(sam);
    expect(adapted.getSession()).toEqual({ status: 'active', profileId: sam });
    list.resolve([]);
    await idle();
    expect(call.value).toEqual([]);
  });

  it('drop a result that arrives after sign-out', async () => {
    const list = deferred<[]>();
    const { adapted } = await accountSdk({ getProfiles: () => list.promise });
    const call = watch(adapted.getProfiles());
    await adapted.signOut();
    list.resolve([]);
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
  });

  it('reject with NOT_SIGNED_IN when the SDK reports during the call that no user is signed in', async () => {
    const { promise, reject } = deferred<[]>();
    let notify: ((change: { signedIn: boolean }) => void) | undefined;
    const { adapted } = await accountSdk({
      getProfiles: () => promise,
      onAuthStateChanged: (listener) => void (notify = listener),
    });
    const call = watch(adapted.getProfiles());
    notify?.({ signedIn: false });
    reject(new Error('x'));
    await idle();
    expect(call.error).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('reject with DiscovrErrors', async () => {
    const failure = Object.assign(new Error('Too many.'), { code: 'RATE_LIMITED' });
    const refuse = () => Promise.reject(failure);
    const { adapted } = await accountSdk({ getProfiles: refuse, searchGifs: refuse, signOut: refuse });
    for (const call of [adapted.getProfiles(), adapted.searchGifs('cat'), adapted.signOut()]) {
      expect(await failureOf(call)).toMatchObject({ name: 'DiscovrError', code: 'RATE_LIMITED' });
    }
    const { adapted: silent } = await accountSdk({ getProfiles: () => Promise.reject(new Error('x')) });
    expect(await failureOf(silent.getProfiles())).toMatchObject({ code: 'UNKNOWN' });
  });

  it('reject with BAD_RESPONSE when the SDK returns a result of another type', async () => {
    // An SDK without types may return any value.
    const { adapted } = await accountSdk({
      getProfiles: async () => ({}) as never,
      createProfile: async () => null as never,
    });
    for (const call of [adapted.getProfiles(), adapted.createProfile('Kim', 'https://example.com/a.png')]) {
      expect(await failureOf(call)).toMatchObject({ name: 'DiscovrError', code: 'BAD_RESPONSE' });
    }
  });

  it('reject when the signal aborts, and do not pass it to the SDK', async () => {
    const searchGifs = vi.fn(() => new Promise<never>(() => undefined));
    const { adapted } = await accountSdk({ searchGifs });
    const controller = new AbortController();
    const call = watch(adapted.searchGifs('cat', { limit: 3, signal: controller.signal }));
    await vi.waitFor(() => expect(searchGifs).toHaveBeenCalledWith('cat', { limit: 3 }));
    controller.abort();
    await idle();
    expect(call.error).toMatchObject({ name: 'AbortError' });
  });
});
