import type { Scheduler } from 'fast-check';
import { isAbortError, isDiscovrError } from '../../src/api/discovrError.js';
import type { DiscovrCredential } from '../../src/session/credential.js';
import { memoryCredentialStore, type CredentialStore } from '../../src/session/credentialStore.js';
import { DiscovrAuth } from '../../src/session/discovrAuth.js';
import { areSessionsEqual, profileIdOf, type SessionState } from '../../src/session/sessionState.js';
import { SlowServer } from './slowServer.js';
import { madeUpRefreshToken } from './tokens.js';

/** What can happen to a session, in any order. */
export type SessionEvent =
  | { readonly kind: 'select' | 'deleteProfile'; readonly profileId: string }
  | { readonly kind: 'adopt'; readonly profileId: string | undefined }
  | { readonly kind: 'callPages' | 'callProfiles' | 'signOut' | 'revoke' | 'expireSessions' | 'dispose' }
  | { readonly kind: 'setOnline'; readonly isOnline: boolean }
  | { readonly kind: 'passMinutes'; readonly minutes: number };

type Activity = 'signOuts' | 'adoptions' | 'selections' | 'calls';

/**
 * A session manager between an app, a server and a store that take their time. It watches what must never be, and
 * collects it as `violations`.
 */
export class SessionWorld {
  readonly violations: string[] = [];
  readonly #scheduler: Scheduler;
  readonly #server: SlowServer;
  readonly #auth: DiscovrAuth;
  readonly #running: Record<Activity, number> = { signOuts: 0, adoptions: 0, selections: 0, calls: 0 };
  #present: DiscovrCredential | undefined;
  #told: SessionState;
  #lastChoice: string | undefined;
  #credentials = 0;
  #isDisposed = false;
  #lastState: SessionState | undefined;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
    this.#server = new SlowServer(scheduler);
    this.#present = { ...this.#newCredential(), profileId: 'A' };
    const { identityApi } = this.#server;
    this.#auth = new DiscovrAuth({ store: this.#store(), identityApi, now: () => this.#server.time });
    this.#told = this.#auth.state;
    this.#auth.onStateChanged((state) => this.#hear(state));
  }

  /** Lets an event begin. */
  begin(event: SessionEvent): void {
    switch (event.kind) {
      case 'select':
        this.#lastChoice = event.profileId;
        return this.#run('selections', this.#auth.selectProfile(event.profileId));
      case 'adopt': {
        const { profileId } = event;
        return this.#run('adoptions', this.#auth.adopt({ ...this.#newCredential(), ...(profileId && { profileId }) }));
      }
      case 'callPages':
        return this.#run('calls', this.#callPages());
      case 'callProfiles':
        return this.#run(
          'calls',
          this.#auth.withRefreshToken((token) => this.#server.profiles(token)),
        );
      case 'signOut':
        return this.#run('signOuts', this.#auth.signOut());
      case 'revoke':
        if (this.#present) this.#server.revoked.add(this.#present.refreshToken);
        return;
      case 'expireSessions':
        for (const session of this.#server.sessions.values()) session.endsAt = 0;
        return;
      case 'deleteProfile':
        this.#server.deleted.add(event.profileId);
        return;
      case 'setOnline':
        this.#server.isOnline = event.isOnline;
        return;
      case 'passMinutes':
        this.#server.time += event.minutes * 60_000;
        return;
      case 'dispose':
        this.#auth.dispose();
        this.#isDisposed = true;
        this.#lastState ??= this.#auth.state;
    }
  }

  /** Lets everything end that has begun. */
  async end(): Promise<void> {
    await this.#scheduler.waitIdle();
    for (const [name, count] of Object.entries(this.#running)) {
      if (count > 0) this.violations.push(`${count} ${name} hang`);
    }
    if (this.#server.mostMintsAtATime > 1) this.violations.push('two mints at a time');
    if (this.#lastState && this.#lastState !== this.#auth.state) this.violations.push('another state after the end');
    const { profileId } = this.#auth.session;
    if (profileId && profileId !== this.#profileId()) this.violations.push('the session of another profile');
  }

  #profileId(): string | undefined {
    return profileIdOf(this.#auth.state);
  }

  #newCredential(): DiscovrCredential {
    this.#credentials += 1;
    return { refreshToken: madeUpRefreshToken(String(this.#credentials)) };
  }

  #run(name: Activity, promise: Promise<unknown>): void {
    this.#running[name] += 1;
    const end = () => (this.#running[name] -= 1);
    promise.then(end, (error: unknown) => {
      end();
      if (!isDiscovrError(error) && !isAbortError(error)) this.violations.push(`${name} failed: ${String(error)}`);
    });
  }

  async #callPages(): Promise<void> {
    const asked = new Set<string | undefined>();
    const profileId = await this.#auth.withSessionToken((token) => {
      const session = this.#server.sessions.get(token);
      if (asked.add(session?.profileId).size > 1) this.violations.push('a call was repeated for another profile');
      if (session?.profileId !== this.#profileId()) this.violations.push('a token was lent to another profile');
      return this.#server.page(token);
    });
    if (this.#isDisposed) this.violations.push('a result after the end');
    if (profileId !== this.#profileId()) this.violations.push('a result for another profile');
  }

  #store(): CredentialStore {
    const kept = memoryCredentialStore(this.#present);
    return {
      get: () => this.#scheduler.schedule(kept.get(), 'the store reads'),
      set: (credential) => {
        this.#present = credential;
        return this.#scheduler.schedule(kept.set(credential), 'the store keeps');
      },
      clear: () => {
        this.#present = undefined;
        return this.#scheduler.schedule(kept.clear(), 'the store forgets');
      },
    };
  }

  #hear(state: SessionState): void {
    const former = this.#told;
    this.#told = state;
    if (this.#isDisposed) this.violations.push('a state after the end');
    if (areSessionsEqual(former, state)) this.violations.push('an equal state was told');
    if (former.status !== 'unknown' && this.#running.adoptions === 0) this.#judge(former, state);
  }

  /** A change needs somebody's wish, or the server's word. */
  #judge(former: SessionState, state: SessionState): void {
    const { refused, deleted } = this.#server;
    if (former.status === 'signedOut') this.violations.push(`${state.status} without anybody who signed in`);
    if (state.status === 'signedOut') {
      const isWish = state.reason === 'signOut' && this.#running.signOuts > 0;
      const isRefusal = state.reason === 'refused' && refused.has(this.#present?.refreshToken ?? '');
      if (!isWish && !isRefusal) this.violations.push(`signed out for no reason (${state.reason})`);
    }
    if (state.status === 'active' && this.#running.selections === 0) this.violations.push('a profile nobody chose');
    if (state.status === 'active' && state.profileId !== this.#lastChoice) this.violations.push('a former choice');
    if (state.status === 'signedIn' && !deleted.has(profileIdOf(former) ?? '')) this.violations.push('a lost profile');
  }
}
