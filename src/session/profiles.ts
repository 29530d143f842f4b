import { withStorage, type Platform, type SyncStorage } from '../platform/platform.js';
import type { DeviceClock } from './clock.js';
import { shortHash } from './shortHash.js';
import type { ProfileChoice } from './tabChannel.js';

/** Orders profile choices made in several tabs, so that all tabs agree on the latest one. */
export class ProfileChoices {
  readonly #clock: DeviceClock;
  readonly #ownName = shortHash(String(Math.random()));
  #latest: ProfileChoice | undefined;

  constructor(clock: DeviceClock) {
    this.#clock = clock;
  }

  /** The latest choice this tab knows of. */
  get latest(): ProfileChoice | undefined {
    return this.#latest;
  }

  /** Records a choice made in this tab. It counts as later than all known choices, even if the clock was set back. */
  add(): void {
    this.#latest = { at: Math.max(this.#clock.now(), (this.#latest?.at ?? 0) + 1), by: this.#ownName };
  }

  /** Compares a choice made in another tab with the latest one, and records it if it is later. */
  record(choice: ProfileChoice): 'earlier' | 'same' | 'later' {
    const latest = this.#latest;
    if (latest && choice.at === latest.at && choice.by === latest.by) return 'same';
    if (latest && (choice.at === latest.at ? choice.by < latest.by : choice.at < latest.at)) return 'earlier';
    this.#latest = choice;
    return 'later';
  }
}

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
