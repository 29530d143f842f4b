import { readCredential, type DiscovrCredential } from './credential.js';
import type { CredentialStore } from './credentialStore.js';
import { createObservers } from './observers.js';
import { areSessionsEqual, UNKNOWN_SESSION, type SessionState, type SignedOutReason } from './sessionState.js';
import { STORE_TIMEOUT_MS } from './timing.js';

/** Who is signed in here: the credential, the state derived from it, and the store that outlives the page. */
export class SignInState {
  readonly #store: CredentialStore;
  readonly #observers = createObservers<SessionState>();
  #state: SessionState = UNKNOWN_SESSION;
  #credential: DiscovrCredential | undefined;
  #epoch = 0;
  #storeRead: Promise<void> | undefined;
  #isDisposed = false;

  constructor(store: CredentialStore) {
    this.#store = store;
  }

  /** The present state; the same object until it changes. */
  get state(): SessionState {
    return this.#state;
  }

  get credential(): DiscovrCredential | undefined {
    return this.#credential;
  }

  /** Grows when the person or the profile changes: what was begun before belongs to somebody else. */
  get epoch(): number {
    return this.#epoch;
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** Hears of each change of the state; equal state is not told again. Returns the undo. */
  onChanged(listener: (state: SessionState) => void): () => void {
    return this.#observers.add(listener);
  }

  /** Reads the store, once. A store that fails, or takes over two seconds, has nothing to give. */
  ready(): Promise<void> {
    if (!this.#isDisposed) this.#storeRead ??= this.#readStore();
    return this.#storeRead ?? Promise.resolve();
  }

  /** Makes a credential the present one, and keeps it. Rejects where the store does. */
  adopt(credential: DiscovrCredential): Promise<void> {
    this.#become(credential);
    return this.#inTime(() => this.#store.set(credential));
  }

  /** Makes a profile the active one, or none. The store follows; where it fails it is one step behind. */
  async setProfile(profileId: string | undefined): Promise<void> {
    if (!this.#credential) return;
    const { profileId: _former, ...credential } = this.#credential;
    await this.adopt(profileId ? { ...credential, profileId } : credential).catch(() => undefined);
  }

  /** Forgets the person, at once here and then in the store. Rejects where the store does. */
  forget(reason: SignedOutReason): Promise<void> {
    this.#become(undefined, reason);
    return this.clearStore();
  }

  /** Has the store forget whatever it keeps. Rejects where the store does. */
  clearStore(): Promise<void> {
    return this.#inTime(() => this.#store.clear());
  }

  /** Ends for good: the state no longer changes and nobody hears of it. */
  dispose(): void {
    this.#isDisposed = true;
    this.#epoch += 1;
    this.#observers.clear();
  }

  async #readStore(): Promise<void> {
    const stored = await this.#inTime(() => this.#store.get()).catch(() => undefined);
    this.#become(readCredential(stored));
  }

  /** Asks the store, which may reject, throw or never answer: two seconds are enough. */
  async #inTime<T>(ask: () => Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      const late = () => reject(new Error(`The credential store did not answer within ${STORE_TIMEOUT_MS} ms.`));
      timer = setTimeout(late, STORE_TIMEOUT_MS);
    });
    try {
      return await Promise.race([ask(), timeout]);
    } finally {
      clearTimeout(timer);
    }
  }

  #become(credential: DiscovrCredential | undefined, reason?: SignedOutReason): void {
    if (this.#isDisposed) return;
    this.#epoch += 1;
    this.#credential = credential;
    const state = stateOf(credential, reason);
    if (areSessionsEqual(state, this.#state)) return;
    this.#state = state;
    this.#observers.notify(state);
  }
}

function stateOf(credential: DiscovrCredential | undefined, reason: SignedOutReason | undefined): SessionState {
  if (credential?.profileId) return { status: 'active', profileId: credential.profileId };
  if (credential) return { status: 'signedIn' };
  return reason ? { status: 'signedOut', reason } : { status: 'signedOut' };
}
