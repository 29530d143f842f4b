import { object, optional, readOrUndefined, text, UNFIT } from './readers.js';
import { shortHash } from './shortHash.js';

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

/** Storage for a credential: any object with these three methods. */
export interface CredentialStore {
  /** Resolves with the stored credential, or with `undefined` or `null` when the store is empty. */
  get(): Promise<DiscovrCredential | null | undefined>;
  /** Stores a credential and replaces the previous one. */
  set(credential: DiscovrCredential): Promise<void>;
  /** Removes the credential. */
  clear(): Promise<void>;
}

/**
 * Creates a store that keeps the credential in memory until the page is left, and never writes it to disk. The default.
 *
 * @param initial credential that the store contains from the start.
 */
export function memoryCredentialStore(initial?: DiscovrCredential): CredentialStore {
  let kept = initial;
  return {
    get: async () => kept,
    set: async (credential) => {
      kept = credential;
    },
    clear: async () => {
      kept = undefined;
    },
  };
}

/**
 * Returns the namespace of one app at one API. It names the app's database, channel and locks, so two apps or
 * environments on one origin get two namespaces. It is short, equal in every tab and release, and does not contain the
 * client id.
 */
export function namespaceOf(basePath: string, clientId: string): string {
  return `discovr-${shortHash(JSON.stringify([basePath, clientId]))}`;
}

/** Result of a successful sign-in. */
export interface SignInResult {
  /**
   * Whether the credential store keeps the sign-in. If `false`, the user is signed in only until the page is left: the
   * disk may be full, or the browser may not allow the site to store data.
   */
  readonly kept: boolean;
}
