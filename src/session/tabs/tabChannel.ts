import { createObservers } from '../observers.js';
import { readTabMessage, writeTabMessage, type TabMessage } from './tabMessage.js';

/** The part of `BroadcastChannel` that is used here. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** Opens a channel to the other tabs, or gives nothing where there is none. */
export type OpenChannel = (name: string) => Channel | undefined;

/** The platform's `BroadcastChannel`; absent on servers and where the origin may not use it. */
const openBroadcastChannel: OpenChannel = (name) => {
  // Node has one too, which would reach no other tab and keep its process alive.
  if (typeof window === 'undefined' || typeof BroadcastChannel === 'undefined') return undefined;
  try {
    return new BroadcastChannel(name);
  } catch {
    // An opaque origin, such as a sandboxed frame: this tab is alone.
    return undefined;
  }
};

/** Talks to the other tabs of the same app while it is open; else it says and hears nothing. */
export class TabChannel {
  readonly #name: string;
  readonly #open: OpenChannel;
  readonly #observers = createObservers<TabMessage>();
  #channel: Channel | undefined;
  #hasCompany = false;

  constructor(name: string, open: OpenChannel = openBroadcastChannel) {
    this.#name = name;
    this.#open = open;
  }

  /** Whether another tab was ever heard. */
  get hasCompany(): boolean {
    return this.#hasCompany;
  }

  /** Hears what other tabs say. Returns the undo. */
  onMessage(listener: (message: TabMessage) => void): () => void {
    return this.#observers.add(listener);
  }

  open(): void {
    if (this.#channel) return;
    this.#channel = this.#open(this.#name);
    this.#channel?.addEventListener('message', ({ data }) => {
      const message = readTabMessage(data);
      if (!message || !this.#channel) return;
      this.#hasCompany = true;
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
