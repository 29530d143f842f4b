import * as z from 'zod/mini';
import { sessionIdSchema } from '../../api/session.js';

/** Session as the server keeps it. */
export const mintedSessionSchema = z.object({
  /** Hash of the sign-in for which it was minted. */
  user: z.string(),
  profileId: z.string(),
  sessionToken: z.string(),
  sessionId: sessionIdSchema,
  /** Expiry as the API reported it, in Unix seconds. */
  expiresAt: z.number(),
  /** Expiry by the server's clock, in Unix milliseconds. */
  endsAt: z.number(),
});

/** Session as the server keeps it. */
export type MintedSession = z.infer<typeof mintedSessionSchema>;
