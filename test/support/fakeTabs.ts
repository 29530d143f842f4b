import type { MintLock } from '../../src/session/mintLock.js';
import type { Channel, OpenChannel } from '../../src/session/tabChannel.js';

/** Puts something off until it is its turn. */
export type Deliver = (label: string, act: () => void) => void;

/** What tabs of one origin have in common, without a browser: channels by name, and one lock. */
export class FakeTabs {
  /** Everything that was said. */
  readonly messages: unknown[] = [];
  readonly #deliver: Deliver;
  readonly #ends = new Map<string, Set<(event: { data: unknown }) => void>>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(deliver: Deliver = (_label, act) => queueMicrotask(act)) {
    this.#deliver = deliver;
  }

  readonly openChannel: OpenChannel = (name): Channel => {
    const ends = this.#ends.get(name) ?? new Set();
    this.#ends.set(name, ends);
    let own: ((event: { data: unknown }) => void) | undefined;
    return {
      postMessage: (message) => {
        const data: unknown = structuredClone(message);
        this.messages.push(data);
        for (const end of ends) {
          if (end !== own) this.#deliver('a message', () => ends.has(end) && end({ data }));
        }
      },
      addEventListener: (_type, listener) => {
        own = listener;
        ends.add(listener);
      },
      close: () => {
        if (own) ends.delete(own);
      },
    };
  };

  /** Says something over a channel, as any code of the origin can. */
  say(name: string, data: unknown): void {
    for (const end of this.#ends.get(name) ?? []) this.#deliver('a message', () => end({ data }));
  }

  /** One after the other, in the order in which they asked. */
  readonly lock: MintLock = (mint) => {
    const result = this.#queue.then(mint);
    this.#queue = result.catch(() => undefined);
    return result;
  };
}
