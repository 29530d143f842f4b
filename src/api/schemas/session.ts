import * as z from 'zod/mini';

/** Body of `POST /auth/session-token`. */
export interface MintSessionTokenPayload {
  /** A profile of the signed-in person. */
  profileId: string;
}

/** A token that a header can carry, and that is not taken for a refresh token. */
export const sessionToken = z.string().check(z.regex(/^(?!rt_)[\w.~+/=-]+$/));

/** Answer to `POST /auth/session-token`. */
export const sessionTokenResponseSchema = z.looseObject({
  sessionToken,
  sessionId: z.string(),
  /** Unix seconds. */
  expiresAt: z.number(),
});

/** A minted session: 30 minutes of access to pages for one profile, and one recommendation snapshot. */
export type SessionTokenResponse = z.infer<typeof sessionTokenResponseSchema>;

/** Answer to `DELETE /auth/session`. */
export const signOutSessionResponseSchema = z.looseObject({ revoked: z.boolean() });

/** Says whether the refresh token was revoked. */
export type SignOutSession200Response = z.infer<typeof signOutSessionResponseSchema>;
