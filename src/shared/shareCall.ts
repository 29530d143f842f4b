import { abortError, raceAbort } from './abort.js';

/**
 * Returns a function that makes a call once, and shares its result with all callers, including later ones. After a
 * failure, the next caller makes the call again.
 */
export function shareOnce<T>(call: () => Promise<T>): () => Promise<T> {
  let shared: Promise<T> | undefined;
  return () => {
    if (shared) return shared;
    shared = call();
    shared.catch(() => (shared = undefined));
    return shared;
  };
}

interface SharedCall<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  callers: number;
}

/** Shares one request between calls with the same key. Aborts it only when every caller has aborted. */
export class SharedCalls<T> {
  readonly #calls = new Map<string, SharedCall<T>>();

  /**
   * Joins the pending call under a key, or starts one.
   *
   * @param signal aborts for this caller; the other callers still get their result.
   */
  async run(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal?.aborted) throw abortError();
    const call = this.#calls.get(key) ?? this.#start(key, start);
    call.callers += 1;
    const leave = () => {
      call.callers -= 1;
      if (call.callers > 0) return;
      this.#end(key, call);
      call.controller.abort(abortError());
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await raceAbort(call.promise, signal);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): SharedCall<T> {
    const controller = new AbortController();
    const call: SharedCall<T> = { promise: start(controller.signal), controller, callers: 0 };
    this.#calls.set(key, call);
    const end = () => this.#end(key, call);
    call.promise.then(end, end);
    return call;
  }

  #end(key: string, call: SharedCall<T>): void {
    if (this.#calls.get(key) === call) this.#calls.delete(key);
  }
}
