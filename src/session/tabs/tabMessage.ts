import * as z from 'zod/mini';
import { readBy } from '../../api/schemas/readBy.js';
import { sessionToken } from '../../api/schemas/session.js';
import type { SharedSessionToken } from '../tokens/sessionToken.js';
import { SESSION_LIFETIME_MS } from '../timing.js';

/** Longest name or id that is believed; real ones have some dozen characters. */
const MAX_NAME_LENGTH = 200;
/** Longest session token that is believed. */
const MAX_TOKEN_LENGTH = 8_192;
/** Last moment a date can name, in milliseconds. */
const END_OF_TIME_MS = 8.64e15;

const name = z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH));
const moment = z.number().check(z.nonnegative(), z.maximum(END_OF_TIME_MS));
const lifetime = z.number().check(z.nonnegative(), z.maximum(SESSION_LIFETIME_MS));

const tokenSchema: z.ZodMiniType<SharedSessionToken> = z.object({
  value: sessionToken.check(z.maxLength(MAX_TOKEN_LENGTH)),
  profileId: name,
  sessionId: z.string().check(z.maxLength(MAX_NAME_LENGTH)),
  expiresAt: moment,
  usableForMs: lifetime.check(z.positive()),
  renewableAfterMs: lifetime,
});

/** How far ahead of this device's clock a choice may be, in milliseconds: the clock may have been set back since. */
const CHOICE_AHEAD_MS = 366 * 24 * 60 * 60_000;

const choiceSchema = z.object({
  at: moment.check(z.refine((at) => at <= Date.now() + CHOICE_AHEAD_MS)),
  by: name,
});

const placeOf = <Type extends 'here' | 'ask'>(type: Type) =>
  z.object({ type: z.literal(type), person: z.optional(name), profileId: z.optional(name) });

const messageSchema = z.discriminatedUnion('type', [
  placeOf('here'),
  placeOf('ask'),
  z.object({ type: z.literal('stored') }),
  z.object({ type: z.literal('adopted'), person: name }),
  z.object({ type: z.literal('signedOut'), person: name, isRefused: z.boolean() }),
  z.object({ type: z.literal('profileLeft'), person: name, profileId: name }),
  z.object({
    type: z.literal('token'),
    person: name,
    token: tokenSchema,
    ageMs: moment,
    choice: z.optional(choiceSchema),
  }),
]);

/** The choice of a profile, in an order on which all tabs agree: by time, then by the tab's own name. */
export type ProfileChoice = Readonly<z.infer<typeof choiceSchema>>;

/**
 * What tabs of one app tell each other. A person is named by a hash; no message carries a refresh token.
 *
 * - `ask`: who has a session token for this profile? Tells, too, who is there in the sending tab
 * - `here`: answers `ask`, and tells who is there in the sending tab
 * - `stored`: the sending tab has written something else to the store
 * - `adopted`: somebody signed in, and the credential is in the store
 * - `signedOut`: by a wish in the sending tab, or refused by the server there
 * - `profileLeft`: a profile is gone
 * - `token`: a session token, how long ago it came, and the choice of profile it stands for where tabs share that choice
 */
export type TabMessage = Readonly<z.infer<typeof messageSchema>>;

/** Who is there in a tab. */
export type TabPlace = Pick<Extract<TabMessage, { type: 'ask' }>, 'person' | 'profileId'>;

/** Grows when messages change their shape, so that tabs with different releases of an app do not misread each other. */
const VERSION = 1;

const envelopeSchema = z.object({ discovr: z.literal(VERSION), message: messageSchema });

/** Wraps a message for the channel. */
export function writeTabMessage(message: TabMessage): unknown {
  return { discovr: VERSION, message };
}

/**
 * Reads what came over the channel; `undefined` for anything that is not a message of this version. Other code of the
 * origin, and other releases of the app, may post there.
 */
export function readTabMessage(data: unknown): TabMessage | undefined {
  return readBy(envelopeSchema, data)?.message;
}
