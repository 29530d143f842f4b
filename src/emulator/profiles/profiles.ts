import { avatarOf } from '../drawing/avatars.js';
import type { EmulatorProfile } from '../emulatorOptions.js';
import type { MakeIdentifier } from '../identifiers.js';

/** Profile in the format of the API. */
export interface StoredProfile {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string;
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Default initial profiles of an emulator. */
export const defaultProfiles: readonly EmulatorProfile[] = [{ name: 'Alex' }, { name: 'Sam' }];

/**
 * Creates the initial profiles of an emulator. Each profile is a day older than the previous one.
 *
 * @throws {Error} when two profiles have the same id.
 */
export function initialProfiles(
  given: readonly EmulatorProfile[] = defaultProfiles,
  now: number,
  makeIdentifier: MakeIdentifier,
): StoredProfile[] {
  const profiles = given.map(({ id, name, avatarUrl }, index) => ({
    id: id ?? newProfileId(makeIdentifier),
    name,
    avatarUrl: avatarUrl ?? avatarOf(name, index),
    createdAt: new Date(now - index * DAY_MS).toISOString(),
  }));
  if (new Set(profiles.map((profile) => profile.id)).size < profiles.length) {
    throw new Error('createEmulator: two of the profiles have the same id. Use unique ids, or omit them.');
  }
  return profiles;
}

/** Returns a new id in the format of the API. */
export function newProfileId(makeIdentifier: MakeIdentifier): string {
  return `profile_${makeIdentifier('profile', 12)}`;
}
