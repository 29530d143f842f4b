import * as z from 'zod/mini';
import { looseObject } from './looseObject.js';
import { tolerant } from './tolerant.js';
import { isSessionToken } from '../sessionTokenFormat.js';

/** Body of `POST /auth/session-token`. */
export interface MintSessionTokenPayload {
  /** Id of a profile of the signed-in user. */
  profileId: string;
}

/** Schema of a session token: valid in a header, and not a refresh token. */
const sessionToken = z.string().check(z.refine(isSessionToken));

/** Schema of the id of a session. An id with a lone surrogate, which cannot be encoded, counts as absent: it is empty. */
export const sessionIdSchema = z.pipe(
  z.string(),
  z.transform((id: string) => (/\p{Surrogate}/u.test(id) ? '' : id)),
);

/** Response of `POST /auth/session-token`. */
export const sessionTokenResponseSchema = looseObject({
  sessionToken,
  sessionId: sessionIdSchema,
  expiresAt: z.number(),
  remainingMs: tolerant(z.number()),
});

/** Minted session: 30 minutes of access to the pages of one profile and one recommendation snapshot. */
export interface SessionTokenResponse {
  sessionToken: string;
  sessionId: string;
  /** Unix seconds. */
  expiresAt: number;
  /** Time left, in milliseconds. Only a back end sends it, because it may return a session that it minted earlier. */
  remainingMs?: number | undefined;
}

/** Response of `DELETE /auth/session`. */
export const signOutSessionResponseSchema = looseObject({ revoked: z.boolean() });

/** Response of `DELETE /auth/session`: whether the refresh token was revoked. */
export interface SignOutSession200Response {
  revoked: boolean;
}
