import { avatarOf } from '../drawing/avatar.js';
import type { EmulatorProfile } from '../emulatorOptions.js';
import type { MakeIdentifier } from '../identifiers.js';

/** A profile as the API writes it. */
export interface StoredProfile {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string;
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Profiles an emulator starts with where it is given none. */
export const defaultProfiles: readonly EmulatorProfile[] = [{ name: 'Alex' }, { name: 'Sam' }];

/** Makes the profiles an emulator starts with, each a day older than the one before it. */
export function initialProfiles(
  given: readonly EmulatorProfile[] = defaultProfiles,
  now: number,
  makeIdentifier: MakeIdentifier,
): StoredProfile[] {
  const profiles = given.map(({ id, name, avatarUrl }, index) => ({
    id: id ?? newProfileId(makeIdentifier),
    name,
    avatarUrl: avatarUrl ?? avatarOf(name),
    createdAt: new Date(now - index * DAY_MS).toISOString(),
  }));
  if (new Set(profiles.map((profile) => profile.id)).size < profiles.length) {
    throw new Error('createEmulator: two of the profiles have the same id. Give each its own, or leave the ids out.');
  }
  return profiles;
}

/** Makes an id in the shape of the API's. */
export function newProfileId(makeIdentifier: MakeIdentifier): string {
  return `profile_${makeIdentifier('profile', 12)}`;
}
