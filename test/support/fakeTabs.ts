import type { Channel, Platform } from '../../src/platform/platform.js';

/** Runs an action after a delay. `route` names sender and receiver; messages of one route must keep their order. */
export type Deliver = (label: string, act: () => void, route: string) => void;

/** Simulates what the tabs of one origin share: channels by name, and one lock. */
export class FakeTabs {
  /** All messages that tabs posted. */
  readonly messages: unknown[] = [];
  readonly #deliver: Deliver;
  readonly #ends = new Map<string, Map<(event: { data: unknown }) => void, number>>();
  #queue: Promise<unknown> = Promise.resolve();
  #opened = 0;

  constructor(deliver: Deliver = (_label, act) => queueMicrotask(act)) {
    this.#deliver = deliver;
  }

  readonly openChannel = (name: string): Channel => {
    const ends = this.#ends.get(name) ?? new Map<(event: { data: unknown }) => void, number>();
    this.#ends.set(name, ends);
    const number = (this.#opened += 1);
    let ownListener: ((event: { data: unknown }) => void) | undefined;
    return {
      postMessage: (message) => {
        const data: unknown = structuredClone(message);
        this.messages.push(data);
        for (const [end, to] of ends) {
          if (end !== ownListener)
            this.#deliver('a message', () => ends.has(end) && end({ data }), `${number} to ${to}`);
        }
      },
      addEventListener: (_type, listener) => {
        ownListener = listener;
        ends.set(listener, number);
      },
      close: () => {
        if (ownListener) ends.delete(ownListener);
      },
    };
  };

  /** Posts data to a channel, as any code of the origin can. */
  say(name: string, data: unknown): void {
    for (const [end, to] of this.#ends.get(name) ?? [])
      this.#deliver('a message', () => end({ data }), `other code to ${to}`);
  }

  /** Runs calls one at a time, in call order. */
  readonly lock: Platform['lock'] = (_name, _options, run) => {
    const result = this.#queue.then(() => run(true));
    this.#queue = result.catch(() => undefined);
    return result;
  };
}
