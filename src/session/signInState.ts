import type { Lifetime } from '../shared/lifetime.js';
import { createObservers } from '../shared/observers.js';
import { isOtherUser, userHashOf, type CredentialStore, type DiscovrCredential } from './credential.js';
import type { ProfileMemory } from './profiles.js';
import {
  areSessionsEqual,
  sessionStateOf,
  UNKNOWN_SESSION,
  type SessionState,
  type SignedOutReason,
} from './sessionState.js';
import { areCredentialsEqual, StoredCredential, type StoreRead, type StoreWrite } from './storedCredential.js';

interface SignInStateOptions {
  readonly store: CredentialStore;
  /** When it ends, the state does not change again and no listener is called again. */
  readonly lifetime: Lifetime;
  /**
   * How long one call to the store may take, in milliseconds.
   * @default 2000
   */
  readonly timeoutMs?: number | undefined;
  /** Remembers the profile of this tab. If absent, all tabs use the profile in the store. */
  readonly ownProfile?: ProfileMemory | undefined;
}

/** Holds the credential of the signed-in user and the state derived from it, and keeps the credential in the store. */
export class SignInState {
  readonly #store: StoredCredential;
  readonly #lifetime: Lifetime;
  readonly #ownProfile: ProfileMemory | undefined;
  readonly #observers = createObservers<SessionState>();
  #state: SessionState = UNKNOWN_SESSION;
  #credential: DiscovrCredential | undefined;
  #epoch = 0;
  #userEpoch = 0;
  #firstRead: Promise<void> | undefined;
  /** Users who signed out. They stay signed out if a tab that was not notified yet writes their credential again. */
  readonly #signedOut = new Set<string>();
  readonly #epochNow = () => this.#epoch;

  constructor({ store, lifetime, timeoutMs, ownProfile }: SignInStateOptions) {
    this.#store = new StoredCredential(store, lifetime, timeoutMs);
    this.#lifetime = lifetime;
    this.#ownProfile = ownProfile;
    lifetime.onEnd(() => {
      this.#epoch += 1;
      this.#observers.clear();
    });
  }

  /** The current state; the same object until it changes. */
  get state(): SessionState {
    return this.#state;
  }

  get credential(): DiscovrCredential | undefined {
    return this.#credential;
  }

  /** Hash that identifies the signed-in user without revealing the credential. */
  get user(): string | undefined {
    return this.#credential && userHashOf(this.#credential);
  }

  /** Grows when the user or the profile changes: results of earlier calls must then be dropped. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Grows when the user changes, but not when only the profile changes. */
  get userEpoch(): number {
    return this.#userEpoch;
  }

  /**
   * Calls the listener on each change of the state, but not for an equal state. When the user changes, there is always
   * a `signedOut` state in between. Returns a function that removes the listener.
   */
  onChanged(listener: (state: SessionState) => void): () => void {
    return this.#observers.add(listener);
  }

  /**
   * Calls the listener when a write to the store has ended, so that other tabs can be notified. Returns a function that
   * removes it.
   */
  onStored(listener: (write: StoreWrite) => void): () => void {
    return this.#store.onWritten(listener);
  }

  /** Reads the store once. A store that fails or times out counts as empty. */
  ready(): Promise<void> {
    if (!this.#lifetime.isOver) this.#firstRead ??= this.#readFirst();
    return this.#firstRead ?? Promise.resolve();
  }

  /**
   * Reads the store again and aligns this tab with the store: adopts what another tab wrote, and writes a profile
   * choice that this tab knows of and the store lacks.
   */
  async readAgain(): Promise<void> {
    await this.ready();
    await this.#store.read((read) => read && this.#reconcile(read), this.#epochNow);
  }

  /** Reads the store again after the app has put a user's credential there. */
  async readNow(): Promise<void> {
    this.#signedOut.clear();
    await this.ready();
    await this.#store.read((read) => read && this.#follow(read.credential), this.#epochNow);
  }

  /** Reads the store again after a sign-in in another tab. */
  async readFor(user: string): Promise<void> {
    this.#signedOut.delete(user);
    await this.readAgain();
  }

  /** Makes a credential the current one and writes it to the store. Rejects when the store does. */
  adopt(credential: DiscovrCredential): Promise<void> {
    this.#signedOut.delete(userHashOf(credential));
    this.#become(credential);
    return this.#store.write(credential, userHashOf(credential));
  }

  /** Sets or unsets the active profile and writes it to the store. If that fails, the store keeps its old content. */
  async setProfile(profileId: string | undefined): Promise<void> {
    this.followProfile(profileId);
    await this.storeAgain();
  }

  /** Writes the current credential to the store. If that fails, the store keeps its old content. */
  async storeAgain(): Promise<void> {
    if (this.#credential) await this.#store.write(this.#credential).catch(() => undefined);
  }

  /** Sets or unsets the active profile as another tab did. That tab writes it to the store. */
  followProfile(profileId: string | undefined): void {
    if (!this.#credential) return;
    const { profileId: _previous, ...credential } = this.#credential;
    this.#become(profileId ? { ...credential, profileId } : credential);
  }

  /** Signs out, first in this tab and then in the store. Rejects when the store does. */
  forget(reason: SignedOutReason): Promise<void> {
    this.#become(undefined, reason);
    return this.clearStore();
  }

  /** Signs out a user who signed out in another tab. That tab clears the store. */
  followSignOut(user: string, reason: SignedOutReason): void {
    this.#signedOut.add(user);
    if (user === this.user) this.#change(undefined, reason);
  }

  /** Clears the store. Rejects when the store does. */
  clearStore(): Promise<void> {
    return this.#store.write(undefined);
  }

  #readFirst(): Promise<void> {
    const begin = (read: StoreRead | undefined) =>
      this.#become(read?.credential && this.#withOwnProfile(read.credential));
    return this.#store.read(begin, this.#epochNow);
  }

  async #reconcile({ credential: stored, isForeign }: StoreRead): Promise<void> {
    const isSignedOut = stored !== undefined && this.#signedOut.has(userHashOf(stored));
    const credential = isSignedOut ? undefined : stored;
    // After a failed write, the store holds an older credential or none. That must not sign the user out.
    if (isForeign || !this.#credential) this.#follow(credential);
    if (isSignedOut) return this.clearStore().catch(() => undefined);
    const isSameUser = credential !== undefined && userHashOf(credential) === this.user;
    const isBehind = isSameUser && !this.#ownProfile && !areCredentialsEqual(credential, this.#credential);
    // This tab knows of a profile choice that the store lacks, because it was overwritten or never written.
    if (isBehind) await this.storeAgain();
  }

  #withOwnProfile(credential: DiscovrCredential): DiscovrCredential {
    const profileId = this.#ownProfile?.get(userHashOf(credential));
    return profileId ? { ...credential, profileId } : credential;
  }

  /** Adopts what another tab has stored. */
  #follow(stored: DiscovrCredential | undefined): void {
    const isSameUser = stored && userHashOf(stored) === this.user;
    const isOwnProfile = isSameUser && this.#ownProfile;
    if (isOwnProfile || areCredentialsEqual(stored, this.#credential)) return;
    this.#become(stored, 'otherTab');
  }

  #become(credential: DiscovrCredential | undefined, reason?: SignedOutReason): void {
    if (credential && this.#credential && isOtherUser(credential, this.#credential)) this.#change(undefined);
    this.#change(credential, reason);
  }

  #change(credential: DiscovrCredential | undefined, reason?: SignedOutReason): void {
    if (this.#lifetime.isOver) return;
    const previous = this.user;
    this.#epoch += 1;
    this.#credential = credential;
    if (previous !== this.user) {
      this.#userEpoch += 1;
      if (previous) this.#ownProfile?.set(previous, undefined);
      if (previous && reason && !credential) this.#signedOut.add(previous);
    }
    if (this.user) this.#ownProfile?.set(this.user, credential?.profileId);
    const state = sessionStateOf(credential, reason);
    if (areSessionsEqual(state, this.#state)) return;
    this.#state = state;
    this.#observers.notify(state);
  }
}
