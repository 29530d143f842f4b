import { isAbortError, isDiscovrError } from '../../src/shared/errors.js';
import type { CredentialStore, DiscovrCredential } from '../../src/session/credential.js';
import { browserPlatform } from '../../src/platform/browser.js';
import { DeviceClock } from '../../src/session/clock.js';
import { DiscovrAuth } from '../../src/session/auth.js';
import { createTokenCalls } from '../../src/session/tokenCalls.js';
import { Lifetime } from '../../src/shared/lifetime.js';
import { areSessionsEqual, profileIdOf, type SessionState } from '../../src/session/sessionState.js';
import type { FakeTabs } from './fakeTabs.js';
import type { SessionWorld } from './sessionWorld.js';

type Activity = 'signOuts' | 'adoptions' | 'selections' | 'calls';

/** One tab of a {@link SessionWorld}: starts the actions of the app, and checks the states it is notified of. */
export class TabOfWorld {
  readonly #world: SessionWorld;
  readonly #lifetime = new Lifetime();
  readonly #auth: DiscovrAuth;
  readonly #running: Record<Activity, number> = { signOuts: 0, adoptions: 0, selections: 0, calls: 0 };
  #reported: SessionState;
  #lastChoice: string | undefined;
  #lastState: SessionState | undefined;
  #notifyVisible = () => undefined as void;

  constructor(world: SessionWorld, store: CredentialStore, { openChannel, lock }: FakeTabs) {
    this.#world = world;
    const { server } = world;
    const now = () => server.time;
    this.#auth = new DiscovrAuth({
      namespace: 'world',
      store,
      server,
      loadTokenCalls: async () => createTokenCalls,
      lifetime: this.#lifetime,
      profilePerTab: false,
      clock: new DeviceClock(now, now),
      sleep: world.sleep,
      trace: {},
      platform: {
        ...browserPlatform,
        openChannel,
        lock,
        visibility: {
          isVisible: () => true,
          onChanged: (listener) => {
            this.#notifyVisible = listener;
            return () => (this.#notifyVisible = () => undefined);
          },
        },
      },
    });
    this.#reported = this.#auth.state;
    this.#auth.onStateChanged((state) => this.#checkState(state));
    if (world.hasOtherTabs) this.#auth.connect();
  }

  get isDisposed(): boolean {
    return this.#lifetime.isOver;
  }

  /** Id of the active profile, or the status when no profile is active. */
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
    const call = async () =>
      (await this.#auth.tokenCalls()).withRefreshToken((token) => this.#world.server.profiles(token));
    this.#run('calls', call());
  }

  signOut(): void {
    this.#run('signOuts', this.#auth.signOut());
  }

  wake(): void {
    this.#notifyVisible();
  }

  dispose(): void {
    this.#lifetime.end();
    this.#lastState ??= this.#auth.state;
  }

  /** Checks the final state. */
  end(): void {
    for (const [name, count] of Object.entries(this.#running))
      if (count > 0) this.#report(`${count} ${name} never settled`);
    if (this.#lastState && this.#lastState !== this.#auth.state) this.#report('the state changed after dispose');
    const { profileId } = this.#auth.session;
    if (profileId && profileId !== profileIdOf(this.#auth.state))
      this.#report('the session belongs to another profile');
  }

  #report(violation: string): void {
    this.#world.violations.push(violation);
  }

  #run(name: Activity, promise: Promise<unknown>): void {
    this.#running[name] += 1;
    const end = () => (this.#running[name] -= 1);
    promise.then(end, (error: unknown) => {
      end();
      if (!isDiscovrError(error) && !isAbortError(error)) this.#report(`${name} failed: ${String(error)}`);
    });
  }

  async #callPages(): Promise<void> {
    const { server } = this.#world;
    const activeProfile = () => profileIdOf(this.#auth.state);
    const requested = new Set<string | undefined>();
    const { withSessionToken } = await this.#auth.tokenCalls();
    const profileId = await withSessionToken((token) => {
      const session = server.sessions.get(token);
      if (requested.add(session?.profileId).size > 1) this.#report('a call was repeated for another profile');
      if (session?.profileId !== activeProfile()) this.#report('a token was used for another profile');
      return server.page(token);
    });
    if (this.isDisposed) this.#report('a result was returned after dispose');
    if (profileId !== activeProfile()) this.#report('a result was returned for another profile');
  }

  #checkState(state: SessionState): void {
    const previous = this.#reported;
    this.#reported = state;
    if (this.isDisposed) this.#report('a state was reported after dispose');
    if (areSessionsEqual(previous, state)) this.#report('an equal state was reported');
    if (previous.status !== 'unknown' && this.#running.adoptions === 0) this.#checkCause(previous, state);
  }

  /** Each change needs a cause: an action of the user, or a response of the server. */
  #checkCause(previous: SessionState, state: SessionState): void {
    const { server, actions, hasOtherTabs } = this.#world;
    const isByOtherTab = hasOtherTabs && actions.adoptions > 0;
    // A tab that was not yet notified of a sign-out may store the credential. Other tabs then sign in when they read
    // this credential, and sign out again afterwards.
    const isLateWrite = hasOtherTabs && actions.signOuts + server.refused.size > 0;
    if (previous.status === 'signedOut' && !isByOtherTab && !isLateWrite) {
      this.#report(`${state.status} although no user signed in`);
    }
    if (state.status === 'signedOut' && !this.#isExplained(state.reason)) {
      this.#report(`signed out without a cause (${state.reason})`);
    }
    if (state.status === 'active') {
      const isOwnChoice = this.#running.selections > 0 && state.profileId === this.#lastChoice;
      const isOthers = hasOtherTabs && actions.chosen.has(state.profileId);
      if (!isOwnChoice && !isOthers) this.#report(`a profile is active that was not selected last: ${state.profileId}`);
    }
    // Another tab may have left a deleted profile and selected another one that is not stored yet. A tab that reads the
    // store at that moment has no profile until the selection is stored.
    const isBetweenWrites = hasOtherTabs && server.deleted.size > 0;
    const isDeleted = server.deleted.has(profileIdOf(previous) ?? '');
    if (state.status === 'signedIn' && !isByOtherTab && !isBetweenWrites && !isDeleted)
      this.#report('the profile was lost');
  }

  #isExplained(reason: string | undefined): boolean {
    const { server, actions, hasOtherTabs } = this.#world;
    if (reason === 'signOut') return this.#running.signOuts > 0;
    if (reason === 'refused') return server.refused.size > 0;
    if (reason === undefined) return hasOtherTabs && actions.adoptions > 0;
    // A suspended tab may also find the store empty because of a refusal in another tab.
    return hasOtherTabs && actions.signOuts + actions.adoptions + server.refused.size > 0;
  }
}
