/** Remembers the active profile of this tab only, by user. */
export interface ProfileMemory {
  get(person: string): string | undefined;
  set(person: string, profileId: string | undefined): void;
}

/** Longest stored value that is accepted as a profile id. */
const MAX_ID_LENGTH = 200;

/**
 * Creates a memory in the tab's `sessionStorage`, so that the profile is still active after a reload. Neither the
 * profile id nor the hash that identifies the user is secret.
 *
 * @param name namespace of the app, so that apps on one origin stay separate.
 */
export function tabProfileMemory(name: string): ProfileMemory {
  const keyOf = (person: string) => `${name}-${person}-profile`;
  return {
    get(person) {
      const profileId = withStorage((storage) => storage.getItem(keyOf(person)));
      return profileId && profileId.length <= MAX_ID_LENGTH ? profileId : undefined;
    },
    set(person, profileId) {
      withStorage((storage) =>
        profileId ? storage.setItem(keyOf(person), profileId) : storage.removeItem(keyOf(person)),
      );
    },
  };
}

/** Ignores errors: if storage is missing, denied or full, the profile is kept only until the page is left. */
function withStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}
