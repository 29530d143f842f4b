import { foreignCall, readForeign } from '../foreignCall.js';
import type { DiscovrClientLike } from '../discovrClientLike.js';
import type { DiscovrSdkLike } from './discovrSdkLike.js';

/**
 * Runs a call for the signed-in user. A result that arrives after sign-out is dropped; errors become `DiscovrError`s.
 */
type InAccount = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/** Adapts the methods that an SDK has for accounts and profiles. */
export function adaptSdkAccount(sdk: DiscovrSdkLike, inAccount: InAccount): Partial<DiscovrClientLike> {
  const signOut = sdk.signOut?.bind(sdk);
  const getProfiles = sdk.getProfiles?.bind(sdk);
  const createProfile = sdk.createProfile?.bind(sdk);
  const updateProfile = sdk.updateProfile?.bind(sdk);
  const deleteProfile = sdk.deleteProfile?.bind(sdk);
  const selectProfile = sdk.selectProfile?.bind(sdk);
  const getProfileImages = sdk.getProfileImages?.bind(sdk);
  const searchGifs = sdk.searchGifs?.bind(sdk);
  return {
    ...(signOut && {
      async signOut() {
        await foreignCall(signOut);
        return { revoked: true };
      },
    }),
    ...(getProfiles && {
      async getProfiles({ signal } = {}) {
        const result = await inAccount(getProfiles, signal);
        return readForeign('getProfiles', () => (Array.isArray(result) ? result : result.profiles));
      },
    }),
    ...(createProfile && {
      async createProfile(name, avatarUrl, { signal } = {}) {
        const result = await inAccount(() => createProfile(name, avatarUrl), signal);
        return readForeign('createProfile', () => (typeof result === 'string' ? result : result.profileId));
      },
    }),
    ...(updateProfile && {
      updateProfile: (profileId, changes, { signal } = {}) =>
        inAccount(() => updateProfile(profileId, changes), signal),
    }),
    ...(deleteProfile && {
      async deleteProfile(profileId, { signal } = {}) {
        await inAccount(() => deleteProfile(profileId), signal);
      },
    }),
    ...(selectProfile && {
      async selectProfile(profileId, { signal } = {}) {
        await inAccount(() => selectProfile(profileId), signal);
      },
    }),
    ...(getProfileImages && {
      getProfileImages: ({ signal } = {}) => foreignCall(getProfileImages, signal),
    }),
    ...(searchGifs && {
      searchGifs: (query, { signal, ...options } = {}) => foreignCall(() => searchGifs(query, options), signal),
    }),
  } satisfies Partial<DiscovrClientLike>;
}
