import { startTimer } from '../api/startTimer.js';
import { readCredential, type DiscovrCredential } from './credential.js';
import type { CredentialStore } from './credentialStore.js';
import { STORE_TIMEOUT_MS } from './timing.js';

/** What a read of the store brought. */
export interface StoreRead {
  readonly credential: DiscovrCredential | undefined;
  /** Whether somebody else wrote it: another tab. */
  readonly isForeign: boolean;
}

/** The store of a tab that is not the only one to write to it: a limit to each answer, and an eye for what others wrote. */
export class StoredCredential {
  readonly #store: CredentialStore;
  readonly #timeoutMs: number;
  /** What the store is known to keep; nothing is known after a write failed. */
  #known: { readonly credential: DiscovrCredential | undefined } | undefined = { credential: undefined };
  /** Counts what this tab wrote, so that a read which a write overtook is not believed. */
  #writes = 0;
  /** The last write; a store may be quicker with one than with the one before. */
  #lastWrite: Promise<void> = Promise.resolve();

  /** @param timeoutMs for each answer, in milliseconds. */
  constructor(store: CredentialStore, timeoutMs = STORE_TIMEOUT_MS) {
    this.#store = store;
    this.#timeoutMs = timeoutMs;
  }

  /** Reads the store; nothing comes back where it fails, or where this tab wrote to it meanwhile. */
  async read(): Promise<StoreRead | undefined> {
    await this.#lastWrite;
    const writes = this.#writes;
    const known = this.#known;
    const result = await this.#inTime(() => this.#store.get()).then(
      (value) => ({ credential: readCredential(value) }),
      () => undefined,
    );
    if (!result || writes !== this.#writes) return undefined;
    this.#known = result;
    return { ...result, isForeign: known !== undefined && !areCredentialsEqual(known.credential, result.credential) };
  }

  /** Keeps a credential, or forgets the one that is kept. Rejects where the store does. */
  async write(credential: DiscovrCredential | undefined): Promise<void> {
    this.#writes += 1;
    const writes = this.#writes;
    this.#known = undefined;
    const write = this.#lastWrite.then(() =>
      this.#inTime(() => (credential ? this.#store.set(credential) : this.#store.clear())),
    );
    this.#lastWrite = write.catch(() => undefined);
    await write;
    if (writes === this.#writes) this.#known = { credential };
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
