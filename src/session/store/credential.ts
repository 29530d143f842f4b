import { object, optional, readOrUndefined, text, UNFIT } from '../readers.js';
import { shortHash } from '../shortHash.js';

/** Credential that keeps a user signed in. Secret: never log it, and never put it in a URL or in `localStorage`. */
export interface DiscovrCredential {
  /** Refresh token for the identity endpoints; valid for 90 days. */
  refreshToken: string;
  /** Public id of this sign-in, with which the API can revoke it. Not secret. */
  publicId?: string | undefined;
  /** Expiry of the refresh token, in Unix seconds. */
  expiresAt?: number | undefined;
  /** Id of the active profile, so that the profile is still active after a reload. */
  profileId?: string | undefined;
}

const storedCredential = object<DiscovrCredential>({
  refreshToken: text(1),
  publicId: optional(text(0)),
  expiresAt: optional((value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw UNFIT;
    return value;
  }),
  profileId: optional(text(1)),
});

/** Reads a stored value. Returns `undefined` for corrupt or foreign content. */
export function readCredential(value: unknown): DiscovrCredential | undefined {
  return readOrUndefined((stored) => storedCredential(withoutNulls(stored)), value);
}

/** Removes properties that are `null`, because databases return `null` for missing values. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}

/** Returns a hash that identifies the user of a credential to other tabs, without revealing the credential. */
export function userHashOf({ refreshToken }: DiscovrCredential): string {
  return shortHash(refreshToken);
}

/**
 * Whether a credential belongs to a different user than the previous credential. A user can get another refresh token,
 * but a profile always belongs to the same user.
 */
export function isOtherUser(credential: DiscovrCredential, previous: DiscovrCredential): boolean {
  const isSameProfile = credential.profileId !== undefined && credential.profileId === previous.profileId;
  return userHashOf(credential) !== userHashOf(previous) && !isSameProfile;
}
