import type { EmulatorProfile } from '../emulatorOptions.js';
import { createIdentifiers, type MakeIdentifier } from '../identifiers.js';
import { defaultProfiles, newProfileId } from '../profiles/profiles.js';

/** What a credential is made of that stays the same from run to run. */
export interface StableCredential {
  readonly refreshToken: string;
  readonly profiles: readonly EmulatorProfile[];
}

/** Makes a refresh token and profiles that follow from a seed, so that settings pasted into an app survive a restart. */
export function stableCredential(seed: string | number = 'discovr-emulator'): StableCredential {
  const makeIdentifier = createIdentifiers(seed);
  return {
    refreshToken: madeUpToken(makeIdentifier),
    profiles: defaultProfiles.map((profile) => ({ id: newProfileId(makeIdentifier), ...profile })),
  };
}

/** The zeros show at a glance that it is no real token. */
function madeUpToken(makeIdentifier: MakeIdentifier): string {
  return `rt_${'0'.repeat(32)}${makeIdentifier('refreshToken', 16)}`;
}
