import { startTimer } from '../../api/time/startTimer.js';
import { readCredential, type DiscovrCredential } from './credential.js';
import type { CredentialStore } from './credentialStore.js';
import type { Lifetime } from '../lifetime.js';
import { createObservers } from '../observers.js';
import { STORE_TIMEOUT_MS } from '../timing.js';

/** What a read of the store brought. */
export interface StoreRead {
  readonly credential: DiscovrCredential | undefined;
  /** Whether somebody else wrote it: another tab. */
  readonly isForeign: boolean;
}

/** A write that has ended, including failures. */
export interface StoreWrite {
  /** The person who signed in, when the store now keeps their new sign-in. */
  readonly adopted: string | undefined;
}

/** The store of a tab that is not the only one to write to it: a limit to each answer, and an eye for what others wrote. */
export class StoredCredential {
  readonly #store: CredentialStore;
  readonly #timeoutMs: number;
  readonly #observers = createObservers<StoreWrite>();
  /** What the store is known to keep, as a new object each time it is learned; nothing is known after a write failed. */
  #known: { readonly credential: DiscovrCredential | undefined } | undefined = { credential: undefined };
  /** The last write. Each waits for the one before, since a store may be quicker with one than with another. */
  #lastWrite: Promise<void> = Promise.resolve();

  /**
   * @param lifetime at its end nobody hears of a write any more.
   * @param timeoutMs for each answer, in milliseconds.
   */
  constructor(store: CredentialStore, lifetime: Lifetime, timeoutMs = STORE_TIMEOUT_MS) {
    this.#store = store;
    this.#timeoutMs = timeoutMs;
    lifetime.onEnd(() => this.#observers.clear());
  }

  /** Hears of each write that has ended. Returns the undo. */
  onWritten(listener: (write: StoreWrite) => void): () => void {
    return this.#observers.add(listener);
  }

  /**
   * Reads the store when this tab has nothing left to write to it, and again when something changes during the read: the
   * result would then be out of date.
   *
   * @param act gets the result in the same turn in which it was checked; `undefined` when the store fails.
   * @param epoch grows when something changes in this tab.
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
   * Keeps a credential, or forgets the one that is kept. Rejects where the store does.
   *
   * @param adopted the person who signs in by it.
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

  /** Asks the store, which may reject, throw or never answer. */
  async #inTime<T>(ask: () => Promise<T>): Promise<T> {
    let stopTimer: (() => void) | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      const late = () => reject(new Error(`The credential store did not answer within ${this.#timeoutMs} ms.`));
      stopTimer = startTimer(late, this.#timeoutMs);
    });
    try {
      return await Promise.race([ask(), timeout]);
    } finally {
      stopTimer?.();
    }
  }
}

/** Tells whether two credentials stand for the same person and profile. */
export function areCredentialsEqual(a: DiscovrCredential | undefined, b: DiscovrCredential | undefined): boolean {
  return a?.refreshToken === b?.refreshToken && a?.profileId === b?.profileId;
}
