import { isOtherPerson, personOf, type DiscovrCredential } from '../store/credential.js';
import type { Lifetime } from '../lifetime.js';
import { createObservers } from '../observers.js';
import type { ProfileMemory } from './profileMemory.js';
import {
  areSessionsEqual,
  sessionStateOf,
  UNKNOWN_SESSION,
  type SessionState,
  type SignedOutReason,
} from './sessionState.js';
import type { SignInStateOptions } from './signInStateOptions.js';
import { areCredentialsEqual, StoredCredential, type StoreRead, type StoreWrite } from '../store/storedCredential.js';

/** Who is signed in here: the credential, the state derived from it, and the store that outlives the page. */
export class SignInState {
  readonly #store: StoredCredential;
  readonly #lifetime: Lifetime;
  readonly #ownProfile: ProfileMemory | undefined;
  readonly #observers = createObservers<SessionState>();
  #state: SessionState = UNKNOWN_SESSION;
  #credential: DiscovrCredential | undefined;
  #epoch = 0;
  #personEpoch = 0;
  #firstRead: Promise<void> | undefined;
  /** People who signed out: what another tab, not knowing it yet, writes to the store for them does not bring them back. */
  readonly #gone = new Set<string>();
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

  /** The present state; the same object until it changes. */
  get state(): SessionState {
    return this.#state;
  }

  get credential(): DiscovrCredential | undefined {
    return this.#credential;
  }

  /** Names whose credential it is without giving it away. */
  get person(): string | undefined {
    return this.#credential && personOf(this.#credential);
  }

  /** Grows when the person or the profile changes: what was begun before belongs to somebody else. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Grows when the person changes, whatever their profile. */
  get personEpoch(): number {
    return this.#personEpoch;
  }

  /**
   * Hears of each change of the state; equal state is not told again. Between two people there is always a moment in
   * which nobody is signed in. Returns the undo.
   */
  onChanged(listener: (state: SessionState) => void): () => void {
    return this.#observers.add(listener);
  }

  /** Hears when a write to the store has ended, so that other tabs can be told to read it. Returns the undo. */
  onStored(listener: (write: StoreWrite) => void): () => void {
    return this.#store.onWritten(listener);
  }

  /** Reads the store, once. A store that fails, or takes too long, has nothing to give. */
  ready(): Promise<void> {
    if (!this.#lifetime.isOver) this.#firstRead ??= this.#readFirst();
    return this.#firstRead ?? Promise.resolve();
  }

  /**
   * Reads the store and brings this tab and the store to one state: follows what another tab wrote, and writes a choice
   * of profile that this tab heard of and the store does not show.
   */
  async readAgain(): Promise<void> {
    await this.ready();
    await this.#store.read((read) => read && this.#comeTogether(read), this.#epochNow);
  }

  /** Reads the store again for somebody who, as the app says, has just signed in by way of it. */
  async readNow(): Promise<void> {
    this.#gone.clear();
    await this.ready();
    await this.#store.read((read) => read && this.#follow(read.credential), this.#epochNow);
  }

  /** Reads the store again for a person who, as another tab told, has just signed in there. */
  async readFor(person: string): Promise<void> {
    this.#gone.delete(person);
    await this.readAgain();
  }

  /** Makes a credential the present one, and keeps it. Rejects where the store does. */
  adopt(credential: DiscovrCredential): Promise<void> {
    this.#gone.delete(personOf(credential));
    this.#become(credential);
    return this.#store.write(credential, personOf(credential));
  }

  /** Makes a profile the active one, or none. The store follows; where it fails it is one step behind. */
  async setProfile(profileId: string | undefined): Promise<void> {
    this.followProfile(profileId);
    await this.storeAgain();
  }

  /** Has the store keep what is present. Where it fails, it is one step behind. */
  async storeAgain(): Promise<void> {
    if (this.#credential) await this.#store.write(this.#credential).catch(() => undefined);
  }

  /** Makes a profile the active one, or none, as another tab has done, which stores it. */
  followProfile(profileId: string | undefined): void {
    if (!this.#credential) return;
    const { profileId: _former, ...credential } = this.#credential;
    this.#become(profileId ? { ...credential, profileId } : credential);
  }

  /** Forgets the person, at once here and then in the store. Rejects where the store does. */
  forget(reason: SignedOutReason): Promise<void> {
    this.#become(undefined, reason);
    return this.clearStore();
  }

  /** Forgets a person who, as another tab told, signed out there. That tab clears the store. */
  followSignOut(person: string, reason: SignedOutReason): void {
    this.#gone.add(person);
    if (person === this.person) this.#change(undefined, reason);
  }

  /** Has the store forget whatever it keeps. Rejects where the store does. */
  clearStore(): Promise<void> {
    return this.#store.write(undefined);
  }

  #readFirst(): Promise<void> {
    const begin = (read: StoreRead | undefined) =>
      this.#become(read?.credential && this.#withOwnProfile(read.credential));
    return this.#store.read(begin, this.#epochNow);
  }

  /** Brings this tab and the store to one state. */
  async #comeTogether({ credential: stored, isForeign }: StoreRead): Promise<void> {
    const isGone = stored !== undefined && this.#gone.has(personOf(stored));
    const credential = isGone ? undefined : stored;
    // A store that failed to keep a credential keeps an older one, or none, and signs nobody out.
    if (isForeign || !this.#credential) this.#follow(credential);
    if (isGone) return this.clearStore().catch(() => undefined);
    const isSamePerson = credential !== undefined && personOf(credential) === this.person;
    const isBehind = isSamePerson && !this.#ownProfile && !areCredentialsEqual(credential, this.#credential);
    // This tab heard of a choice of profile that the store does not show: it was overwritten, or never written.
    if (isBehind) await this.storeAgain();
  }

  #withOwnProfile(credential: DiscovrCredential): DiscovrCredential {
    const profileId = this.#ownProfile?.get(personOf(credential));
    return profileId ? { ...credential, profileId } : credential;
  }

  /** Goes along with what another tab has stored. */
  #follow(stored: DiscovrCredential | undefined): void {
    const isSamePerson = stored && personOf(stored) === this.person;
    const isOwnProfile = isSamePerson && this.#ownProfile;
    if (isOwnProfile || areCredentialsEqual(stored, this.#credential)) return;
    this.#become(stored, 'otherTab');
  }

  #become(credential: DiscovrCredential | undefined, reason?: SignedOutReason): void {
    if (credential && this.#credential && isOtherPerson(credential, this.#credential)) this.#change(undefined);
    this.#change(credential, reason);
  }

  #change(credential: DiscovrCredential | undefined, reason?: SignedOutReason): void {
    if (this.#lifetime.isOver) return;
    const former = this.person;
    this.#epoch += 1;
    this.#credential = credential;
    if (former !== this.person) {
      this.#personEpoch += 1;
      if (former) this.#ownProfile?.set(former, undefined);
      if (former && reason && !credential) this.#gone.add(former);
    }
    if (this.person) this.#ownProfile?.set(this.person, credential?.profileId);
    const state = sessionStateOf(credential, reason);
    if (areSessionsEqual(state, this.#state)) return;
    this.#state = state;
    this.#observers.notify(state);
  }
}
