import { isSessionToken } from '../api/tiers.js';
import { SESSION_LIFETIME_MS } from './clock.js';
import {
  literal,
  numberUpTo,
  object,
  optional,
  readOrUndefined,
  text,
  textThat,
  UNFIT,
  type Reader,
} from './readers.js';
import { TAB_MESSAGE_VERSION, type ProfileChoice, type SharedSessionToken, type TabMessage } from './tabChannel.js';

/** Longest accepted name or id; real ones have a few dozen characters. */
const MAX_NAME_LENGTH = 200;
/** Longest accepted session token. */
const MAX_TOKEN_LENGTH = 8_192;
/** Latest time that a `Date` can represent, in milliseconds. */
const END_OF_TIME_MS = 8.64e15;
/** How far in the future a profile choice may be, in milliseconds: the clock may be set back after a choice. */
const CHOICE_AHEAD_MS = 366 * 24 * 60 * 60_000;

const name = text(1, MAX_NAME_LENGTH);
const moment = numberUpTo(END_OF_TIME_MS);
const lifetime = numberUpTo(SESSION_LIFETIME_MS);
const tabUser = { user: optional(name), profileId: optional(name) };

const token = object<SharedSessionToken>({
  value: textThat(isSessionToken, MAX_TOKEN_LENGTH),
  profileId: name,
  sessionId: text(0, MAX_NAME_LENGTH),
  expiresAt: moment,
  usableForMs: (value) => {
    const read = lifetime(value);
    if (read === 0) throw UNFIT;
    return read;
  },
  renewableAfterMs: lifetime,
});

const choice = object<ProfileChoice>({ at: (value) => numberUpTo(Date.now() + CHOICE_AHEAD_MS)(value), by: name });

const isRefused: Reader<boolean> = (value) => {
  if (typeof value !== 'boolean') throw UNFIT;
  return value;
};

type MessageOf<Type extends TabMessage['type']> = Extract<TabMessage, { type: Type }>;

const messages: { readonly [Type in TabMessage['type']]: Reader<MessageOf<Type>> } = {
  here: object<MessageOf<'here'>>({ type: literal('here'), ...tabUser }),
  ask: object<MessageOf<'ask'>>({ type: literal('ask'), ...tabUser }),
  stored: object<MessageOf<'stored'>>({ type: literal('stored') }),
  adopted: object<MessageOf<'adopted'>>({ type: literal('adopted'), user: name }),
  signedOut: object<MessageOf<'signedOut'>>({ type: literal('signedOut'), user: name, isRefused }),
  profileLeft: object<MessageOf<'profileLeft'>>({ type: literal('profileLeft'), user: name, profileId: name }),
  token: object<MessageOf<'token'>>({
    type: literal('token'),
    user: name,
    token,
    ageMs: moment,
    choice: optional(choice),
  }),
};

const envelope = object<{ discovr: typeof TAB_MESSAGE_VERSION; message: TabMessage }>({
  discovr: literal(TAB_MESSAGE_VERSION),
  message: (value) => {
    const { type } = object<{ type: string }>({ type: text(1, MAX_NAME_LENGTH) })(value);
    if (!isMessageType(type)) throw UNFIT;
    return messages[type](value);
  },
});

function isMessageType(type: string): type is TabMessage['type'] {
  return Object.keys(messages).includes(type);
}

/**
 * Reads a message from the channel. Returns `undefined` for anything that is not a message of this version: other code
 * of the origin, and other releases of the app, may use the same channel.
 */
export function readTabMessage(data: unknown): TabMessage | undefined {
  return readOrUndefined(envelope, data)?.message;
}
