import type { Scheduler } from 'fast-check';
import type { Authorize } from '../../src/api/authorizedSend.js';
import { DiscovrError, isAbortError } from '../../src/api/discovrError.js';
import type { IdentityApi } from '../../src/api/identityApi.js';
import type { DiscovrCredential } from '../../src/session/credential.js';
import { memoryCredentialStore, type CredentialStore } from '../../src/session/credentialStore.js';
import { DiscovrAuth } from '../../src/session/discovrAuth.js';
import { areSessionsEqual, profileIdOf, type SessionState } from '../../src/session/sessionState.js';
import { madeUpRefreshToken } from './tokens.js';

const LIFETIME_MS = 30 * 60_000;

/** What can happen to a session, in any order. */
export type SessionEvent =
  | { readonly kind: 'select' | 'deleteProfile'; readonly profileId: string }
  | { readonly kind: 'adopt'; readonly profileId: string | undefined }
  | { readonly kind: 'callPages' | 'callProfiles' | 'signOut' | 'revoke' | 'expireSessions' | 'dispose' }
  | { readonly kind: 'setOnline'; readonly isOnline: boolean }
  | { readonly kind: 'passMinutes'; readonly minutes: number };

/**
 * A session manager between an app, a server and a store that take their time, in an order the scheduler chooses. It
 * watches what must never be, and collects it as `violations`.
 */
export class SessionWorld {
  readonly violations: string[] = [];
  readonly auth: DiscovrAuth;
  readonly #scheduler: Scheduler;
  readonly #revoked = new Set<string>();
  readonly #deleted = new Set<string>();
  readonly #refused = new Set<string>();
  readonly #sessions = new Map<string, { profileId: string; endsAt: number }>();
  readonly #running = { mints: 0, signOuts: 0, adoptions: 0, selections: 0, calls: 0 };
  #present: DiscovrCredential | undefined;
  #told: SessionState;
  #credentials = 0;
  #time = 0;
  #isOnline = true;
  #isDisposed = false;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
    this.#present = { ...this.#newCredential(), profileId: 'A' };
    this.auth = new DiscovrAuth({
      store: this.#store(),
      identityApi: (authorize) => this.#identityApi(authorize),
      now: () => this.#time,
    });
    this.#told = this.auth.state;
    this.auth.onStateChanged((state) => this.#hear(state));
  }

  /** Lets an event begin. */
  begin(event: SessionEvent): void {
    switch (event.kind) {
      case 'select':
        return this.#run('selections', this.auth.selectProfile(event.profileId));
      case 'adopt': {
        const { profileId } = event;
        return this.#run('adoptions', this.auth.adopt({ ...this.#newCredential(), ...(profileId && { profileId }) }));
      }
      case 'callPages':
        return this.#callPages();
      case 'callProfiles':
        return this.#run(
          'calls',
          this.auth.withRefreshToken((token) => this.#answer('profiles', () => this.#identify(token))),
        );
      case 'signOut':
        return this.#run('signOuts', this.auth.signOut());
      case 'revoke':
        if (this.#present) this.#revoked.add(this.#present.refreshToken);
        return;
      case 'expireSessions':
        for (const session of this.#sessions.values()) session.endsAt = 0;
        return;
      case 'deleteProfile':
        this.#deleted.add(event.profileId);
        return;
      case 'setOnline':
        this.#isOnline = event.isOnline;
        return;
      case 'passMinutes':
        this.#time += event.minutes * 60_000;
        return;
      case 'dispose':
        this.auth.dispose();
        this.#isDisposed = true;
    }
  }

  /** Lets everything end that has begun. */
  async end(): Promise<void> {
    await this.#scheduler.waitIdle();
    for (const [name, count] of Object.entries(this.#running)) if (count > 0) this.#violate(`${count} ${name} hang`);
    const profileId = profileIdOf(this.auth.state);
    if (this.auth.session.profileId !== null && this.auth.session.profileId !== profileId) this.#violate('other session');
  }

  #violate(what: string): void {
    this.violations.push(what);
  }

  #newCredential(): DiscovrCredential {
    this.#credentials += 1;
    return { refreshToken: madeUpRefreshToken(String(this.#credentials)) };
  }

  #run(name: keyof typeof this.#running, promise: Promise<unknown>): void {
    this.#running[name] += 1;
    const end = () => (this.#running[name] -= 1);
    promise.then(end, (error: unknown) => {
      end();
      if (!(error instanceof DiscovrError) && !isAbortError(error)) this.#violate(`${name} failed: ${String(error)}`);
    });
  }

  #callPages(): void {
    const call = async (token: string) => {
      const session = this.#sessions.get(token);
      if (session?.profileId !== profileIdOf(this.auth.state)) this.#violate('a token was lent to another profile');
      return this.#answer('page', () => {
        if (!session || this.#time >= session.endsAt) throw refusal('TOKEN_EXPIRED');
        return session.profileId;
      });
    };
    const result = this.auth.withSessionToken(call).then((profileId) => {
      if (this.#isDisposed) this.#violate('a result after the end');
      if (profileId !== profileIdOf(this.auth.state)) this.#violate('a result for another profile');
    });
    this.#run('calls', result);
  }

  /** A server that takes its time before it decides, and again before its word arrives. */
  async #answer<T>(label: string, decide: () => T): Promise<T> {
    await this.#scheduler.schedule(Promise.resolve(), `${label} is on its way`);
    if (!this.#isOnline) throw new DiscovrError('NETWORK_ERROR', 'No connection.');
    let settle: () => Promise<T>;
    try {
      const value = decide();
      settle = async () => value;
    } catch (error) {
      settle = () => Promise.reject(error as Error);
    }
    await this.#scheduler.schedule(Promise.resolve(), `${label} is answered`);
    return settle();
  }

  #identify(refreshToken: string): void {
    if (!this.#revoked.has(refreshToken)) return;
    this.#refused.add(refreshToken);
    throw refusal('TOKEN_INVALID');
  }

  #identityApi(authorize: Authorize): IdentityApi {
    return {
      getProfiles: () => Promise.reject(new Error('not in use')),
      getProfile: () => Promise.reject(new Error('not in use')),
      mintSessionToken: ({ profileId }) =>
        authorize(async (refreshToken) => {
          this.#running.mints += 1;
          if (this.#running.mints > 1) this.#violate('two mints at a time');
          try {
            return await this.#answer(`mint for ${profileId}`, () => {
              this.#identify(refreshToken);
              if (this.#deleted.has(profileId)) throw new DiscovrError('NOT_FOUND', 'Gone.', { status: 404 });
              const sessionToken = `token ${this.#sessions.size}`;
              const endsAt = this.#time + LIFETIME_MS;
              this.#sessions.set(sessionToken, { profileId, endsAt });
              return { sessionToken, sessionId: sessionToken, expiresAt: endsAt / 1000 };
            });
          } finally {
            this.#running.mints -= 1;
          }
        }),
      signOutSession: () =>
        authorize((refreshToken) =>
          this.#answer('sign-out', () => {
            this.#identify(refreshToken);
            this.#revoked.add(refreshToken);
            return { revoked: true };
          }),
        ),
    };
  }

  #store(): CredentialStore {
    const kept = memoryCredentialStore(this.#present);
    const slowly = async <T>(what: Promise<T>, label: string) => this.#scheduler.schedule(what, label);
    return {
      get: () => slowly(kept.get(), 'store reads'),
      set: (credential) => {
        this.#present = credential;
        return slowly(kept.set(credential), 'store keeps');
      },
      clear: () => {
        this.#present = undefined;
        return slowly(kept.clear(), 'store forgets');
      },
    };
  }

  #hear(state: SessionState): void {
    const former = this.#told;
    this.#told = state;
    if (this.#isDisposed) this.#violate('a state after the end');
    if (areSessionsEqual(former, state)) this.#violate('an equal state was told');
    if (former.status === 'unknown' || this.#running.adoptions > 0) return;
    if (former.status === 'signedOut') return this.#violate(`${state.status} without anybody who signed in`);
    if (state.status === 'signedOut') {
      const isMeant = state.reason === 'signOut' && this.#running.signOuts > 0;
      const isRefused = state.reason === 'refused' && this.#refused.has(this.#present?.refreshToken ?? '');
      if (!isMeant && !isRefused) this.#violate(`signed out for no reason (${state.reason})`);
    }
    if (state.status === 'active' && this.#running.selections === 0) this.#violate('a profile nobody chose');
    if (state.status === 'signedIn' && !this.#deleted.has(profileIdOf(former) ?? '')) this.#violate('a profile was lost');
  }
}

function refusal(code: string): DiscovrError {
  return new DiscovrError(code, 'Refused.', { status: 401 });
}
