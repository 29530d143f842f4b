import { foreignCall, readForeign } from '../foreignCall.js';
import type { DiscovrClientLike } from '../discovrClientLike.js';
import type { DiscovrSdkLike } from './discovrSdkLike.js';

/**
 * Runs a call for the signed-in user. A result that arrives after sign-out is dropped; errors become `DiscovrError`s.
 */
type InAccount = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/** Adapts the methods that an SDK has for accounts and profiles. */
export function adaptSdkAccount(sdk: DiscovrSdkLike, inAccount: InAccount): Partial<DiscovrClientLike> {
  // Only the methods that the SDK has are returned.
  const full = sdk as Required<DiscovrSdkLike>;
  const adapted: Partial<DiscovrClientLike> = {
    async signOut() {
      await foreignCall(() => full.signOut());
      return { revoked: true };
    },
    async getProfiles({ signal } = {}) {
      const result = await inAccount(() => full.getProfiles(), signal);
      return readForeign('getProfiles', () => (Array.isArray(result) ? result : result.profiles));
    },
    async createProfile(name, avatarUrl, { signal } = {}) {
      const result = await inAccount(() => full.createProfile(name, avatarUrl), signal);
      return readForeign('createProfile', () => (typeof result === 'string' ? result : result.profileId));
    },
    updateProfile: (profileId, changes, { signal } = {}) =>
      inAccount(() => full.updateProfile(profileId, changes), signal),
    async deleteProfile(profileId, { signal } = {}) {
      await inAccount(() => full.deleteProfile(profileId), signal);
    },
    async selectProfile(profileId, { signal } = {}) {
      await inAccount(() => full.selectProfile(profileId), signal);
    },
    getProfileImages: ({ signal } = {}) => foreignCall(() => full.getProfileImages(), signal),
    searchGifs: (query, { signal, ...options } = {}) => foreignCall(() => full.searchGifs(query, options), signal),
  };
  return Object.fromEntries(Object.entries(adapted).filter(([name]) => sdk[name as keyof DiscovrSdkLike]));
}
