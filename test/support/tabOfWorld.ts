import { isAbortError, isDiscovrError } from '../../src/api/errors/discovrError.js';
import type { DiscovrCredential } from '../../src/session/store/credential.js';
import type { CredentialStore } from '../../src/session/store/credentialStore.js';
import { DeviceClock } from '../../src/session/deviceClock.js';
import { DiscovrAuth } from '../../src/session/discovrAuth.js';
import { Lifetime } from '../../src/session/lifetime.js';
import { areSessionsEqual, profileIdOf, type SessionState } from '../../src/session/state/sessionState.js';
import type { FakeTabs } from './fakeTabs.js';
import type { SessionWorld } from './sessionWorld.js';

type Activity = 'signOuts' | 'adoptions' | 'selections' | 'calls';

/** One tab of a {@link SessionWorld}: what the app does in it, and what it is told. */
export class TabOfWorld {
  readonly #world: SessionWorld;
  readonly #lifetime = new Lifetime();
  readonly #auth: DiscovrAuth;
  readonly #running: Record<Activity, number> = { signOuts: 0, adoptions: 0, selections: 0, calls: 0 };
  #told: SessionState;
  #lastChoice: string | undefined;
  #lastState: SessionState | undefined;
  #tellShown = () => undefined as void;

  constructor(world: SessionWorld, store: CredentialStore, { openChannel, lock }: FakeTabs) {
    this.#world = world;
    const { server } = world;
    const now = () => server.time;
    this.#auth = new DiscovrAuth({
      namespace: 'world',
      store,
      server,
      lifetime: this.#lifetime,
      profilePerTab: false,
      clock: new DeviceClock(now, now),
      lock,
      environment: {
        openChannel,
        sleep: world.sleep,
        visibility: {
          isVisible: () => true,
          onChanged: (listener) => {
            this.#tellShown = listener;
            return () => (this.#tellShown = () => undefined);
          },
        },
      },
    });
    this.#told = this.#auth.state;
    this.#auth.onStateChanged((state) => this.#hear(state));
    if (world.hasCompany) this.#auth.connect();
  }

  get isDisposed(): boolean {
    return this.#lifetime.isOver;
  }

  /** The state in one word, without the reason for it. */
  get place(): string {
    return profileIdOf(this.#auth.state) ?? this.#auth.state.status;
  }

  select(profileId: string): void {
    this.#lastChoice = profileId;
    this.#run('selections', this.#auth.selectProfile(profileId));
  }

  adopt(credential: DiscovrCredential): void {
    this.#run('adoptions', this.#auth.adopt(credential));
  }

  callPages(): void {
    this.#run('calls', this.#callPages());
  }

  callProfiles(): void {
    this.#run(
      'calls',
      this.#auth.withRefreshToken((token) => this.#world.server.profiles(token)),
    );
  }

  signOut(): void {
    this.#run('signOuts', this.#auth.signOut());
  }

  wake(): void {
    this.#tellShown();
  }

  dispose(): void {
    this.#lifetime.end();
    this.#lastState ??= this.#auth.state;
  }

  /** Judges what is left when everything is over. */
  end(): void {
    for (const [name, count] of Object.entries(this.#running)) if (count > 0) this.#object(`${count} ${name} hang`);
    if (this.#lastState && this.#lastState !== this.#auth.state) this.#object('another state after the end');
    const { profileId } = this.#auth.session;
    if (profileId && profileId !== profileIdOf(this.#auth.state)) this.#object('the session of another profile');
  }

  #object(violation: string): void {
    this.#world.violations.push(violation);
  }

  #run(name: Activity, promise: Promise<unknown>): void {
    this.#running[name] += 1;
    const end = () => (this.#running[name] -= 1);
    promise.then(end, (error: unknown) => {
      end();
      if (!isDiscovrError(error) && !isAbortError(error)) this.#object(`${name} failed: ${String(error)}`);
    });
  }

  async #callPages(): Promise<void> {
    const { server } = this.#world;
    const ownProfile = () => profileIdOf(this.#auth.state);
    const asked = new Set<string | undefined>();
    const profileId = await this.#auth.withSessionToken((token) => {
      const session = server.sessions.get(token);
      if (asked.add(session?.profileId).size > 1) this.#object('a call was repeated for another profile');
      if (session?.profileId !== ownProfile()) this.#object('a token was lent to another profile');
      return server.page(token);
    });
    if (this.isDisposed) this.#object('a result after the end');
    if (profileId !== ownProfile()) this.#object('a result for another profile');
  }

  #hear(state: SessionState): void {
    const former = this.#told;
    this.#told = state;
    if (this.isDisposed) this.#object('a state after the end');
    if (areSessionsEqual(former, state)) this.#object('an equal state was told');
    if (former.status !== 'unknown' && this.#running.adoptions === 0) this.#judge(former, state);
  }

  /** A change needs somebody's wish, or the server's word. */
  #judge(former: SessionState, state: SessionState): void {
    const { server, wishes, hasCompany } = this.#world;
    const isByCompany = hasCompany && wishes.adoptions > 0;
    // A tab that does not know yet of a sign-out may write to the store; who reads that learns better a message later.
    const isLateWrite = hasCompany && wishes.signOuts + server.refused.size > 0;
    if (former.status === 'signedOut' && !isByCompany && !isLateWrite) {
      this.#object(`${state.status} without anybody who signed in`);
    }
    if (state.status === 'signedOut' && !this.#isExplained(state.reason)) {
      this.#object(`signed out for no reason (${state.reason})`);
    }
    if (state.status === 'active') {
      const isOwnChoice = this.#running.selections > 0 && state.profileId === this.#lastChoice;
      const isOthers = hasCompany && wishes.chosen.has(state.profileId);
      if (!isOwnChoice && !isOthers) this.#object(`a profile nobody chose, or a former choice: ${state.profileId}`);
    }
    // Another tab may have left a deleted profile and chosen one, and not stored the choice yet: who reads the store
    // in between has no profile until the choice is stored.
    const isBetweenWrites = hasCompany && server.deleted.size > 0;
    const isDeleted = server.deleted.has(profileIdOf(former) ?? '');
    if (state.status === 'signedIn' && !isByCompany && !isBetweenWrites && !isDeleted) this.#object('a lost profile');
  }

  #isExplained(reason: string | undefined): boolean {
    const { server, wishes, hasCompany } = this.#world;
    if (reason === 'signOut') return this.#running.signOuts > 0;
    if (reason === 'refused') return server.refused.size > 0;
    if (reason === undefined) return hasCompany && wishes.adoptions > 0;
    // What a tab that slept finds in the store may also come of a refusal there.
    return hasCompany && wishes.signOuts + wishes.adoptions + server.refused.size > 0;
  }
}
