import { isOtherPerson, personOf, type DiscovrCredential } from './credential.js';
import { createObservers } from './observers.js';
import type { ProfileMemory } from './profileMemory.js';
import {
  areSessionsEqual,
  sessionStateOf,
  UNKNOWN_SESSION,
  type SessionState,
  type SignedOutReason,
} from './sessionState.js';
import type { SignInStateOptions } from './signInStateOptions.js';
import { areCredentialsEqual, StoredCredential, type StoreRead } from './storedCredential.js';

/** Who is signed in here: the credential, the state derived from it, and the store that outlives the page. */
export class SignInState {
  readonly #store: StoredCredential;
  readonly #ownProfile: ProfileMemory | undefined;
  readonly #observers = createObservers<SessionState>();
  #state: SessionState = UNKNOWN_SESSION;
  #credential: DiscovrCredential | undefined;
  #epoch = 0;
  #personEpoch = 0;
  #firstRead: Promise<void> | undefined;
  /** People who signed out: what another tab, not knowing it yet, writes to the store for them does not bring them back. */
  readonly #gone = new Set<string>();
  #isDisposed = false;

  constructor({ store, timeoutMs, ownProfile }: SignInStateOptions) {
    this.#store = new StoredCredential(store, timeoutMs);
    this.#ownProfile = ownProfile;
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

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /**
   * Hears of each change of the state; equal state is not told again. Between two people there is always a moment in
   * which nobody is signed in. Returns the undo.
   */
  onChanged(listener: (state: SessionState) => void): () => void {
    return this.#observers.add(listener);
  }

  /** Reads the store, once. A store that fails, or takes too long, has nothing to give. */
  ready(): Promise<void> {
    if (!this.#isDisposed) this.#firstRead ??= this.#readFirst();
    return this.#firstRead ?? Promise.resolve();
  }

  /** Reads the store again, for what another tab wrote while this one slept. */
  async readAgain(): Promise<void> {
    const { credential, isForeign } = (await this.#readInPeace()) ?? {};
    if (credential && this.#gone.has(personOf(credential))) await this.clearStore().catch(() => undefined);
    else if (isForeign) this.#follow(credential);
  }

  /** Reads the store again for somebody who, as the app says, has just signed in by way of it. */
  async readNow(): Promise<void> {
    this.#gone.clear();
    const read = await this.#readInPeace();
    if (read) this.#follow(read.credential);
  }

  /** Reads the store again for a person who, as another tab told, has just signed in there. */
  async readFor(person: string): Promise<void> {
    this.#gone.delete(person);
    const { credential } = (await this.#readInPeace()) ?? {};
    // A store of this tab alone has nothing of theirs.
    if (credential && personOf(credential) === person) this.#follow(credential);
  }

  /** Makes a credential the present one, and keeps it. Rejects where the store does. */
  adopt(credential: DiscovrCredential): Promise<void> {
    this.#gone.delete(personOf(credential));
    this.#become(credential);
    return this.#store.write(credential);
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

  /** Makes a profile the active one, or none, as another tab has done and stored. */
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

  /**
   * Forgets a person who, as another tab told, signed out there. That tab sees to the store, but this one may have
   * written to it since.
   */
  async followSignOut(person: string, reason: SignedOutReason): Promise<void> {
    this.#gone.add(person);
    if (person === this.person) this.#change(undefined, reason);
    await this.readAgain();
  }

  /** Has the store forget whatever it keeps. Rejects where the store does. */
  clearStore(): Promise<void> {
    return this.#store.write(undefined);
  }

  /** Ends for good: the state no longer changes and nobody hears of it. */
  dispose(): void {
    this.#isDisposed = true;
    this.#epoch += 1;
    this.#observers.clear();
  }

  async #readFirst(): Promise<void> {
    const { credential } = (await this.#store.read()) ?? {};
    this.#become(credential && this.#withOwnProfile(credential));
  }

  /** Reads the store until nothing changes here meanwhile: what was read before would then be the past. */
  async #readInPeace(): Promise<StoreRead | undefined> {
    await this.ready();
    for (;;) {
      const epoch = this.#epoch;
      const read = await this.#store.read();
      if (epoch === this.#epoch) return read;
    }
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
    if (this.#isDisposed) return;
    const former = this.person;
    this.#epoch += 1;
    this.#credential = credential;
    if (former !== this.person) this.#personEpoch += 1;
    if (former && former !== this.person) this.#ownProfile?.set(former, undefined);
    if (former && reason) this.#gone.add(former);
    if (this.person) this.#ownProfile?.set(this.person, credential?.profileId);
    const state = sessionStateOf(credential, reason);
    if (areSessionsEqual(state, this.#state)) return;
    this.#state = state;
    this.#observers.notify(state);
  }
}
