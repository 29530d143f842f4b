import { createObservers } from '../observers.js';
import { readTabMessage, writeTabMessage, type TabMessage } from './tabMessage.js';

/** The part of `BroadcastChannel` that this library uses. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** Opens a channel to the other tabs. Returns `undefined` when none is available. */
export type OpenChannel = (name: string) => Channel | undefined;

/** Opens a `BroadcastChannel`. Returns `undefined` on servers and on origins that may not use it. */
const openBroadcastChannel: OpenChannel = (name) => {
  // Node also has BroadcastChannel, but there it reaches no other tab and keeps the process alive.
  if (typeof window === 'undefined' || typeof BroadcastChannel === 'undefined') return undefined;
  try {
    return new BroadcastChannel(name);
  } catch {
    // Opaque origins, such as sandboxed frames, cannot use it. This tab then shares nothing.
    return undefined;
  }
};

/** Exchanges messages with the other tabs of the same app while it is open. */
export class TabChannel {
  readonly #name: string;
  readonly #open: OpenChannel;
  readonly #observers = createObservers<TabMessage>();
  #channel: Channel | undefined;
  #hasOtherTabs = false;

  constructor(name: string, open: OpenChannel = openBroadcastChannel) {
    this.#name = name;
    this.#open = open;
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
    this.#channel = this.#open(this.#name);
    this.#channel?.addEventListener('message', ({ data }) => {
      const message = readTabMessage(data);
      if (!message || !this.#channel) return;
      this.#hasOtherTabs = true;
      this.#observers.notify(message);
    });
  }

  post(message: TabMessage): void {
    this.#channel?.postMessage(writeTabMessage(message));
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
