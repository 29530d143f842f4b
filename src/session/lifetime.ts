import { abortError } from '../api/http/abort.js';
import { createObservers } from './observers.js';

/**
 * The life of a client. A list of its own and not an `AbortSignal`, which Node suspects of leaking where more than ten
 * calls listen to it at once.
 */
export class Lifetime {
  readonly #observers = createObservers<void>();
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Hears of the end. Returns the undo. */
  onEnd(listener: () => void): () => void {
    return this.#observers.add(listener);
  }

  /** Settles as the promise does, or rejects with an `AbortError` where the end comes first. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const rejectAtEnd = () => reject(abortError('The client was disposed of.'));
      const undo = this.#observers.add(rejectAtEnd);
      // Taken over in any case: a promise that rejects later on must not go unheard.
      promise.then(resolve, reject).finally(undo);
      if (this.#isOver) rejectAtEnd();
    });
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#observers.notify();
    this.#observers.clear();
  }
}
