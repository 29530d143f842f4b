import { abortError } from '../api/http/abort.js';
import { createObservers } from './observers.js';

/**
 * The life of a client: the client makes it, ends it, and hands it to all its parts. It is not an `AbortSignal`, because
 * Node warns of a leak when more than ten calls listen to one.
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
      const rejectAtEnd = () => reject(disposedOf());
      const undo = this.#observers.add(rejectAtEnd);
      // Taken over in any case: a promise that rejects later on must not go unheard.
      promise.then(resolve, reject).finally(undo);
      if (this.#isOver) rejectAtEnd();
    });
  }

  /** Throws an `AbortError` when it is over. */
  throwIfOver(): void {
    if (this.#isOver) throw disposedOf();
  }

  /** Ends for good: everybody who listens hears of it once. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#observers.notify();
    this.#observers.clear();
  }
}

function disposedOf(): DOMException {
  return abortError('The client was disposed of.');
}
