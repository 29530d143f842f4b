import { abortError } from './abort.js';
import { createObservers } from './observers.js';

/**
 * Lifetime of a client, from its creation until it is disposed. All parts of the client share it. It is not an
 * `AbortSignal`, because Node warns of a leak when more than ten calls listen to one signal.
 */
export class Lifetime {
  readonly #observers = createObservers<void>();
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Calls the listener when the lifetime ends. Returns a function that removes it. */
  onEnd(listener: () => void): () => void {
    return this.#observers.add(listener);
  }

  /** Settles like the promise, or rejects with an `AbortError` if the lifetime ends first. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const rejectAtEnd = () => reject(disposedOf());
      const undo = this.#observers.add(rejectAtEnd);
      // Attached even when the lifetime is over: a later rejection must not become an unhandled rejection.
      promise.then(resolve, reject).finally(undo);
      if (this.#isOver) rejectAtEnd();
    });
  }

  /** @throws an `AbortError` when the lifetime is over. */
  throwIfOver(): void {
    if (this.#isOver) throw disposedOf();
  }

  /** Ends the lifetime permanently, and calls each listener once. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#observers.notify();
    this.#observers.clear();
  }
}

/** Creates the error for a call of a client that has been disposed. */
export function disposedOf(): Error {
  return abortError('The client was disposed, so this call was aborted.');
}
