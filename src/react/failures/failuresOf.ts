import { perObject } from '../../messages/perObject.js';
import { createObservers } from '../../shared/observers.js';
import type { DiscovrFailure } from './discovrFailure.js';

/** Maximum number of failures that are kept for the first listener. */
const MAX_KEPT = 10;

/** The failures of one client that are neither a query's nor a mutation's, such as those of a sign-in. */
class ClientFailures {
  readonly #listeners = createObservers<DiscovrFailure>();
  /** Failures before the first listener, whose code may still be loading. */
  #early: DiscovrFailure[] | undefined = [];

  add(listener: (failure: DiscovrFailure) => void): () => void {
    const remove = this.#listeners.add(listener);
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const failure of early) this.#listeners.notify(failure);
    return remove;
  }

  notify(failure: DiscovrFailure): void {
    this.#early = this.#early && [...this.#early, failure].slice(-MAX_KEPT);
    this.#listeners.notify(failure);
  }
}

/** Returns the failures of a client that are neither a query's nor a mutation's. */
export const failuresOf = perObject<object, ClientFailures>(() => new ClientFailures());
