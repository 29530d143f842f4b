import type { EmulatorProfile } from '../emulatorOptions.js';
import { createIdentifiers, type MakeIdentifier } from '../identifiers.js';
import { defaultProfiles, newProfileId } from '../profiles/profiles.js';

/** Refresh token and profiles that are the same in each run. */
export interface StableCredential {
  readonly refreshToken: string;
  readonly profiles: readonly EmulatorProfile[];
}

/** Derives a refresh token and profiles from a seed, so that settings pasted into an app still work after a restart. */
export function stableCredential(seed: string | number = 'discovr-emulator'): StableCredential {
  const makeIdentifier = createIdentifiers(seed);
  return {
    refreshToken: madeUpToken(makeIdentifier),
    profiles: defaultProfiles.map((profile) => ({ id: newProfileId(makeIdentifier), ...profile })),
  };
}

/** Returns a refresh token that is obviously fake because of its zeros. */
function madeUpToken(makeIdentifier: MakeIdentifier): string {
  return `rt_${'0'.repeat(32)}${makeIdentifier('refreshToken', 16)}`;
}
