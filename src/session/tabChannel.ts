import type { Channel, Platform } from '../platform/platform.js';
import type { Trace } from '../shared/trace.js';
import type { DeviceClock, Moment } from './clock.js';

interface TabChannelOptions {
  readonly platform: Pick<Platform, 'openChannel'>;
  readonly trace: Trace;
  readonly clock: DeviceClock;
}

/** What follows the messages of other tabs. */
interface ChannelListener {
  /** Called when the channel is open. Returns a function that is called when it closes. */
  start(): () => void;
  /** Called with what another tab, or any other code of the origin, has sent. */
  receive(data: unknown, arrivedAt: Moment): void;
}

/**
 * Exchanges messages with the other tabs of the same app while it is open. The code that reads messages is loaded with
 * the calls, so it keeps those that arrive earlier.
 */
export class TabChannel {
  readonly #name: string;
  readonly #options: TabChannelOptions;
  #channel: Channel | undefined;
  #isOpen = false;
  #listener: ChannelListener | undefined;
  #stopListener: (() => void) | undefined;
  readonly #unread: [data: unknown, arrivedAt: Moment][] = [];
  #askedAt: Moment | undefined;

  constructor(name: string, options: TabChannelOptions) {
    this.#name = name;
    this.#options = options;
  }

  /** When this tab last requested a token. */
  get askedAt(): Moment | undefined {
    return this.#askedAt;
  }

  open(): void {
    const { platform, clock } = this.#options;
    const channel = platform.openChannel(this.#name);
    channel?.addEventListener('message', ({ data }) => {
      if (channel !== this.#channel) return;
      this.#unread.push([data, clock.moment()]);
      this.#deliver();
    });
    this.#channel = channel;
    this.#isOpen = true;
    this.#start();
  }

  /**
   * Starts the listener, now or when the channel opens, and passes it the messages, first those that have already
   * arrived.
   */
  attach(listener: ChannelListener): void {
    this.#listener = listener;
    this.#start();
  }

  post(message: TabMessage): void {
    if (this.#channel) this.#options.trace.emit?.({ type: 'channel', step: 'sent', kind: message.type });
    this.#channel?.postMessage(writeTabMessage(message));
  }

  /**
   * Requests a session token from the other tabs, for the user and profile of this one. Without a channel, nothing is
   * asked.
   */
  ask(tabUser: TabUser): void {
    if (!this.#channel) return;
    this.#askedAt = this.#options.clock.moment();
    this.post({ type: 'ask', ...tabUser });
  }

  close(): void {
    this.#stopListener?.();
    this.#stopListener = undefined;
    this.#channel?.close();
    this.#channel = undefined;
    // The next connection reads the store, which is later than these messages.
    this.#unread.length = 0;
    this.#isOpen = false;
  }

  #start(): void {
    if (!this.#isOpen) return;
    this.#stopListener = this.#listener?.start();
    this.#deliver();
  }

  #deliver(): void {
    if (this.#listener) for (const message of this.#unread.splice(0)) this.#listener.receive(...message);
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

/** Grows when the message format changes, so that tabs with different releases of an app ignore each other. */
export const TAB_MESSAGE_VERSION = 1;

/** Wraps a message for the channel. */
export function writeTabMessage(message: TabMessage): unknown {
  return { discovr: TAB_MESSAGE_VERSION, message };
}
