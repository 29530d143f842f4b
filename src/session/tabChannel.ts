import { isSessionToken } from '../api/tiers.js';
import type { Channel, Platform } from '../platform/platform.js';
import { createObservers } from '../shared/observers.js';
import type { Trace } from '../shared/trace.js';
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

interface TabChannelOptions {
  readonly platform: Pick<Platform, 'openChannel'>;
  readonly trace: Trace;
}

/** Exchanges messages with the other tabs of the same app while it is open. */
export class TabChannel {
  readonly #name: string;
  readonly #options: TabChannelOptions;
  readonly #observers = createObservers<TabMessage>();
  #channel: Channel | undefined;
  #hasOtherTabs = false;

  constructor(name: string, options: TabChannelOptions) {
    this.#name = name;
    this.#options = options;
  }

  /** Whether a message from another tab has ever been received. */
  get hasOtherTabs(): boolean {
    return this.#hasOtherTabs;
  }

  /** Calls the listener with each message from another tab. Returns a function that removes it. */
  onMessage(listener: (message: TabMessage) => void): () => void {
    return this.#observers.add(listener);
  }

  open(): void {
    if (this.#channel) return;
    this.#channel = this.#options.platform.openChannel(this.#name);
    this.#channel?.addEventListener('message', ({ data }) => {
      const message = readTabMessage(data);
      if (!message || !this.#channel) return;
      this.#hasOtherTabs = true;
      this.#options.trace.emit?.({ type: 'channel', step: 'received', kind: message.type });
      this.#observers.notify(message);
    });
  }

  post(message: TabMessage): void {
    if (this.#channel) this.#options.trace.emit?.({ type: 'channel', step: 'sent', kind: message.type });
    this.#channel?.postMessage(writeTabMessage(message));
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}

/** Time and tab of a profile choice. All tabs order choices in the same way: by time, then by the name of the tab. */
export interface ProfileChoice {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

/** A session token in the form that the tabs of one user share. */
export interface SharedSessionToken {
  readonly value: string;
  readonly profileId: string;
  readonly sessionId: string;
  /** Expiry as the server reported it, in Unix seconds. */
  readonly expiresAt: number;
  /** How long calls may use it after its receipt, in milliseconds. */
  readonly usableForMs: number;
  /** Age at which it may be renewed if it is in use, in milliseconds; see `renewalMoment`. */
  readonly renewableAfterMs: number;
}

/** User and profile of a tab. */
export interface TabUser {
  readonly user?: string | undefined;
  readonly profileId?: string | undefined;
}

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
export type TabMessage =
  | ({ readonly type: 'here' } & TabUser)
  | ({ readonly type: 'ask' } & TabUser)
  | { readonly type: 'stored' }
  | { readonly type: 'adopted'; readonly user: string }
  | { readonly type: 'signedOut'; readonly user: string; readonly isRefused: boolean }
  | { readonly type: 'profileLeft'; readonly user: string; readonly profileId: string }
  | {
      readonly type: 'token';
      readonly user: string;
      readonly token: SharedSessionToken;
      readonly ageMs: number;
      readonly choice?: ProfileChoice | undefined;
    };

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

/** Grows when the message format changes, so that tabs with different releases of an app ignore each other. */
const VERSION = 1;

const envelope = object<{ discovr: typeof VERSION; message: TabMessage }>({
  discovr: literal(VERSION),
  message: (value) => {
    const { type } = object<{ type: string }>({ type: text(1, MAX_NAME_LENGTH) })(value);
    if (!isMessageType(type)) throw UNFIT;
    return messages[type](value);
  },
});

function isMessageType(type: string): type is TabMessage['type'] {
  return Object.keys(messages).includes(type);
}

/** Wraps a message for the channel. */
export function writeTabMessage(message: TabMessage): unknown {
  return { discovr: VERSION, message };
}

/**
 * Reads a message from the channel. Returns `undefined` for anything that is not a message of this version: other code
 * of the origin, and other releases of the app, may use the same channel.
 */
export function readTabMessage(data: unknown): TabMessage | undefined {
  return readOrUndefined(envelope, data)?.message;
}
