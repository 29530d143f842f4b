import { perObject } from '../../messages/perObject.js';
import { createObservers } from '../../shared/observers.js';
import type { DiscovrEvent, DiscovrEventDetails } from './discovrEvent.js';

/** The events of one client. */
class ClientEvents {
  readonly #listeners = createObservers<DiscovrEvent>();
  readonly #observers = createObservers<void>();
  #count = 0;

  /** Whether the app listens. Pages observe what is visible only then. */
  readonly isHeard = (): boolean => this.#count > 0;

  /** Calls the listener when `isHeard` changes. Returns a function that removes it. */
  readonly onHeardChanged = (listener: () => void): (() => void) => this.#observers.add(listener);

  /** Calls the listener for each event. Returns a function that removes it; call that once. */
  add(listener: (event: DiscovrEvent) => void): () => void {
    const remove = this.#listeners.add(listener);
    this.#change(1);
    return () => {
      remove();
      this.#change(-1);
    };
  }

  emit(details: DiscovrEventDetails): void {
    this.#listeners.notify({ ...details, at: Date.now() });
  }

  #change(by: 1 | -1): void {
    this.#count += by;
    this.#observers.notify();
  }
}

/** Returns the events of a client. */
export const eventsOf = perObject<object, ClientEvents>(() => new ClientEvents());
