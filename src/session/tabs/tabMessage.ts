import * as z from 'zod/mini';
import { readBy } from '../../api/schemas/readBy.js';
import { sessionToken } from '../../api/schemas/session.js';
import type { SharedSessionToken } from '../tokens/sessionToken.js';
import { SESSION_LIFETIME_MS } from '../timing.js';

/** Longest accepted name or id; real ones have a few dozen characters. */
const MAX_NAME_LENGTH = 200;
/** Longest accepted session token. */
const MAX_TOKEN_LENGTH = 8_192;
/** Latest time that a `Date` can represent, in milliseconds. */
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

/** How far in the future a profile choice may be, in milliseconds: the clock may be set back after a choice. */
const CHOICE_AHEAD_MS = 366 * 24 * 60 * 60_000;

const choiceSchema = z.object({
  at: moment.check(z.refine((at) => at <= Date.now() + CHOICE_AHEAD_MS)),
  by: name,
});

const tabUserOf = <Type extends 'here' | 'ask'>(type: Type) =>
  z.object({ type: z.literal(type), user: z.optional(name), profileId: z.optional(name) });

const messageSchema = z.discriminatedUnion('type', [
  tabUserOf('here'),
  tabUserOf('ask'),
  z.object({ type: z.literal('stored') }),
  z.object({ type: z.literal('adopted'), user: name }),
  z.object({ type: z.literal('signedOut'), user: name, isRefused: z.boolean() }),
  z.object({ type: z.literal('profileLeft'), user: name, profileId: name }),
  z.object({
    type: z.literal('token'),
    user: name,
    token: tokenSchema,
    ageMs: moment,
    choice: z.optional(choiceSchema),
  }),
]);

/** Time and tab of a profile choice. All tabs order choices in the same way: by time, then by the name of the tab. */
export type ProfileChoice = Readonly<z.infer<typeof choiceSchema>>;

/**
 * Message between tabs of one app. A hash identifies the user; no message contains a refresh token.
 *
 * - `ask`: requests a session token for a profile, and reports the user and profile of the sending tab
 * - `here`: replies to `ask` with the user and profile of the sending tab
 * - `stored`: the sending tab has written to the store
 * - `adopted`: a user signed in, and the credential is in the store
 * - `signedOut`: the user signed out in the sending tab, or the server refused the refresh token there
 * - `profileLeft`: a profile was deleted
 * - `token`: a session token with its age, and the profile choice it belongs to if tabs share the profile
 */
export type TabMessage = Readonly<z.infer<typeof messageSchema>>;

/** User and profile of a tab. */
export type TabUser = Pick<Extract<TabMessage, { type: 'ask' }>, 'user' | 'profileId'>;

/** Grows when the message format changes, so that tabs with different releases of an app ignore each other. */
const VERSION = 1;

const envelopeSchema = z.object({ discovr: z.literal(VERSION), message: messageSchema });

/** Wraps a message for the channel. */
export function writeTabMessage(message: TabMessage): unknown {
  return { discovr: VERSION, message };
}

/**
 * Reads a message from the channel. Returns `undefined` for anything that is not a message of this version: other code
 * of the origin, and other releases of the app, may use the same channel.
 */
export function readTabMessage(data: unknown): TabMessage | undefined {
  return readBy(envelopeSchema, data)?.message;
}
