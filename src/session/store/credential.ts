import * as z from 'zod/mini';
import { readBy } from '../../api/schemas/readBy.js';
import { shortHash } from '../shortHash.js';

const credentialSchema = z.object({
  refreshToken: z.string().check(z.minLength(1)),
  publicId: z.optional(z.string()),
  expiresAt: z.optional(z.number()),
  profileId: z.optional(z.string().check(z.minLength(1))),
});

/** What keeps a person signed in. Secret: never log it, never put it in a URL or in `localStorage`. */
export interface DiscovrCredential {
  /** Long-lived token (90 days) for the identity endpoints. */
  refreshToken: string;
  /** Public name of this sign-in, by which it can be revoked. */
  publicId?: string | undefined;
  /** When the refresh token runs out, in Unix seconds. */
  expiresAt?: number | undefined;
  /** The profile in use, so that a reload goes on with it. */
  profileId?: string | undefined;
}

/** A database gives `null` for what is not there. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}

const storedSchema = z.pipe(z.transform(withoutNulls), credentialSchema);

/** Reads what a store gave; corrupt or foreign content is treated as absent. */
export function readCredential(value: unknown): DiscovrCredential | undefined {
  return readBy(storedSchema, value);
}

/** Names whose credential it is, among the tabs of one app, without giving it away. */
export function personOf({ refreshToken }: DiscovrCredential): string {
  return shortHash(refreshToken);
}

/**
 * Tells whether a credential is somebody else's. A person has one refresh token after another, but a profile belongs to one
 * person for good.
 */
export function isOtherPerson(credential: DiscovrCredential, former: DiscovrCredential): boolean {
  const isSameProfile = credential.profileId !== undefined && credential.profileId === former.profileId;
  return personOf(credential) !== personOf(former) && !isSameProfile;
}
