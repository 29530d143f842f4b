/** Remembers which profile this tab alone is browsing with, by person. */
export interface ProfileMemory {
  get(person: string): string | undefined;
  set(person: string, profileId: string | undefined): void;
}

/** Longest id that is believed to be a profile's. */
const MAX_ID_LENGTH = 200;

/**
 * Remembers it in the tab's `sessionStorage`, so that a reload goes on with it. Neither a profile's id nor the name of
 * a person, which is a hash, is secret.
 *
 * @param name the app's namespace, so that apps of one origin do not mix.
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

/** Where storage is denied or full, or there is none, the profile lives as long as the page. */
function withStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}
