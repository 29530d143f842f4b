import { DiscovrError } from '../shared/errors.js';
import type { Lifetime } from '../shared/lifetime.js';
import { createObservers } from '../shared/observers.js';
import { startTimer } from '../shared/time.js';
import { STORE_TIMEOUT_MS } from './clock.js';
import { readCredential, type CredentialStore, type DiscovrCredential } from './credential.js';

/** Result of reading the store. */
export interface StoreRead {
  readonly credential: DiscovrCredential | undefined;
  /** Whether another tab wrote it. */
  readonly isForeign: boolean;
}

/** A write that has succeeded or failed. */
export interface StoreWrite {
  /** Hash of the user who signed in, if the store now keeps the sign-in. */
  readonly adopted: string | undefined;
}

/** Wraps a store that several tabs write to: limits the time of each call, and detects what other tabs wrote. */
export class StoredCredential {
  readonly #store: CredentialStore;
  readonly #timeoutMs: number;
  readonly #observers = createObservers<StoreWrite>();
  /** Last known content, in a new object for each read or write; `undefined` during a write and after a failed one. */
  #known: { readonly credential: DiscovrCredential | undefined } | undefined = { credential: undefined };
  /** The last write. Each write waits for the previous one, because a store may finish a later write first. */
  #lastWrite: Promise<void> = Promise.resolve();

  /**
   * @param lifetime when it ends, no listener is called again.
   * @param timeoutMs limit for each call to the store, in milliseconds.
   */
  constructor(store: CredentialStore, lifetime: Lifetime, timeoutMs = STORE_TIMEOUT_MS) {
    this.#store = store;
    this.#timeoutMs = timeoutMs;
    lifetime.onEnd(() => this.#observers.clear());
  }

  /** Calls the listener when a write has ended. Returns a function that removes it. */
  onWritten(listener: (write: StoreWrite) => void): () => void {
    return this.#observers.add(listener);
  }

  /**
   * Waits for the pending writes of this tab, then reads the store. If something changes during the read, the result is
   * outdated, so the store is read again.
   *
   * @param act receives the result, or `undefined` if the store fails. Called synchronously after the check that the
   * result is up to date.
   * @param epoch returns a number that grows when something changes in this tab.
   */
  async read<T>(act: (read: StoreRead | undefined) => T, epoch: () => number): Promise<Awaited<T>> {
    for (;;) {
      const lastWrite = this.#lastWrite;
      await lastWrite;
      const known = this.#known;
      const before = epoch();
      const isOutdated = () => lastWrite !== this.#lastWrite || known !== this.#known || before !== epoch();
      if (isOutdated()) continue;
      const result = await this.#inTime(() => this.#store.get()).then(
        (value) => ({ credential: readCredential(value) }),
        () => undefined,
      );
      if (isOutdated()) continue;
      if (!result) return await act(undefined);
      this.#known = result;
      const isForeign = known !== undefined && !areCredentialsEqual(known.credential, result.credential);
      return await act({ ...result, isForeign });
    }
  }

  /**
   * Writes a credential, or clears the store. Rejects when the store does.
   *
   * @param adopted hash of the user who signs in with it.
   */
  async write(credential: DiscovrCredential | undefined, adopted?: string): Promise<void> {
    this.#known = undefined;
    const write = this.#lastWrite.then(() =>
      this.#inTime(() => (credential ? this.#store.set(credential) : this.#store.clear())),
    );
    const lastWrite = write.catch(() => undefined);
    this.#lastWrite = lastWrite;
    try {
      await write;
    } catch (error) {
      this.#observers.notify({ adopted: undefined });
      throw error;
    }
    if (lastWrite === this.#lastWrite) this.#known = { credential };
    this.#observers.notify({ adopted });
  }

  /** Calls the store with a time limit. A store may reject, throw or never settle. */
  async #inTime<T>(call: () => Promise<T>): Promise<T> {
    let stopTimer: (() => void) | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      const late = () => reject(new Error(`The credential store did not respond within ${this.#timeoutMs} ms.`));
      stopTimer = startTimer(late, this.#timeoutMs);
    });
    try {
      return await Promise.race([call(), timeout]);
    } finally {
      stopTimer?.();
    }
  }
}

/** Whether two credentials have the same refresh token and profile. */
export function areCredentialsEqual(a: DiscovrCredential | undefined, b: DiscovrCredential | undefined): boolean {
  return a?.refreshToken === b?.refreshToken && a?.profileId === b?.profileId;
}

/** Creates the error for a sign-in that the store could not keep: the user is signed in only until the page is left. */
export function notKept(cause: unknown): DiscovrError {
  return new DiscovrError(
    'SIGN_IN_NOT_KEPT',
    'The credential store did not keep the sign-in, so the user has to sign in again after leaving the page. Free ' +
      'storage, or pass another credentialStore.',
    { cause },
  );
}

/** Creates the error for a sign-out after which the credential may still be in the store. */
export function notForgotten(cause: unknown): DiscovrError {
  return new DiscovrError(
    'SIGN_IN_NOT_FORGOTTEN',
    'The user is signed out, but the credential store did not forget the sign-in. Call signOut() again to retry.',
    { cause },
  );
}
