import * as z from 'zod/mini';

const choiceSchema = z.object({ at: z.number(), by: z.string() });

const tokenSchema = z.object({
  value: z.string(),
  profileId: z.string(),
  sessionId: z.string(),
  expiresAt: z.number(),
  usableForMs: z.number(),
  renewableAfterMs: z.number(),
});

const personSchema = z.string();

const tabMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('here') }),
  z.object({ type: z.literal('adopted'), person: personSchema }),
  z.object({ type: z.literal('signedOut'), person: personSchema, isRefused: z.boolean() }),
  z.object({ type: z.literal('profileLeft'), person: personSchema, profileId: z.string() }),
  z.object({ type: z.literal('ask'), person: personSchema, profileId: z.string() }),
  z.object({
    type: z.literal('token'),
    person: personSchema,
    token: tokenSchema,
    ageMs: z.number(),
    choice: z.optional(choiceSchema),
  }),
]);

/** The choice of a profile, in an order on which all tabs agree: by time, then by the tab's own name. */
export type ProfileChoice = z.output<typeof choiceSchema>;

/**
 * What tabs of one app tell each other. A person is named by a hash; no message carries a refresh token.
 *
 * - `here`: another tab exists
 * - `adopted`: somebody signed in, and the credential is in the store
 * - `signedOut`: by a wish in the sending tab, or refused by the server there
 * - `profileLeft`: a profile is gone
 * - `ask`: who has a session token for this profile?
 * - `token`: a session token, and the choice of profile it stands for where tabs share that choice
 */
export type TabMessage = z.output<typeof tabMessageSchema>;

/** Reads what came over the channel; what another version of the library or somebody else says is not heard. */
export function readTabMessage(data: unknown): TabMessage | undefined {
  const result = tabMessageSchema.safeParse(data);
  return result.success ? result.data : undefined;
}
