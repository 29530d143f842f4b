import { withStorage, type Platform, type SyncStorage } from '../platform/platform.js';

/** Remembers which profile is active in this tab, for each user. */
export interface ProfileMemory {
  get(user: string): string | undefined;
  set(user: string, profileId: string | undefined): void;
}

/** Longest stored value that is accepted as a profile id. */
const MAX_ID_LENGTH = 200;

/**
 * Creates a memory in the storage of this visit, so that the profile is still active after a reload. Without a storage,
 * it is kept only until the page is left. Neither the profile id nor the hash that identifies the user is secret.
 *
 * @param name namespace of the app, so that apps on one origin stay separate.
 */
export function tabProfileMemory(name: string, platform: Pick<Platform, 'storage'>): ProfileMemory {
  const withTab = <T>(act: (storage: SyncStorage) => T) => withStorage(platform, 'visit', act);
  const keyOf = (user: string) => `${name}-${user}-profile`;
  return {
    get(user) {
      const profileId = withTab((storage) => storage.getItem(keyOf(user)));
      return profileId && profileId.length <= MAX_ID_LENGTH ? profileId : undefined;
    },
    set(user, profileId) {
      withTab((storage) => (profileId ? storage.setItem(keyOf(user), profileId) : storage.removeItem(keyOf(user))));
    },
  };
}
