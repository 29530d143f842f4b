import { DiscovrError } from '../../src/shared/errors.js';
import type { SessionTokenResponse } from '../../src/api/session.js';
import type { TokenServer } from '../../src/session/mints.js';

const LIFETIME_MS = 30 * 60_000;

/** A server that delays each request, and then its response. */
export class SlowServer implements TokenServer {
  /** Refresh tokens that have been revoked. */
  readonly revoked = new Set<string>();
  /** Refresh tokens that the server has refused. */
  readonly refused = new Set<string>();
  /** Deleted profiles. */
  readonly deleted = new Set<string>();
  /** Sessions, by session token. */
  readonly sessions = new Map<string, { readonly profileId: string; endsAt: number }>();
  isOnline = true;
  /** Current time in milliseconds. */
  time = 0;
  mintsAtATime = 0;
  mostMintsAtATime = 0;
  readonly #delay: (label: string) => Promise<unknown>;

  /** @param delay returns a promise that settles when the step with this label may happen. */
  constructor(delay: (label: string) => Promise<unknown>) {
    this.#delay = delay;
  }

  /** Responds with an empty list of profiles. */
  profiles(refreshToken: string): Promise<{ profiles: [] }> {
    return this.#respond('profiles', () => {
      this.#identify(refreshToken);
      return { profiles: [] };
    });
  }

  /** Responds with the id of the profile for which the page is created. */
  page(sessionToken: string): Promise<string> {
    return this.#respond('page', () => {
      const session = this.sessions.get(sessionToken);
      if (!session || this.time >= session.endsAt) throw refusal('TOKEN_EXPIRED');
      return session.profileId;
    });
  }

  async mint(refreshToken: string, profileId: string): Promise<SessionTokenResponse> {
    this.mintsAtATime += 1;
    this.mostMintsAtATime = Math.max(this.mostMintsAtATime, this.mintsAtATime);
    try {
      return await this.#respond(`mint for ${profileId}`, () => {
        this.#identify(refreshToken);
        if (this.deleted.has(profileId)) throw new DiscovrError('NOT_FOUND', 'Gone.', { status: 404 });
        const sessionToken = `token-${this.sessions.size}`;
        const endsAt = this.time + LIFETIME_MS;
        this.sessions.set(sessionToken, { profileId, endsAt });
        return { sessionToken, sessionId: sessionToken, expiresAt: endsAt / 1000 };
      });
    } finally {
      this.mintsAtATime -= 1;
    }
  }

  revoke(refreshToken: string): Promise<unknown> {
    return this.#respond('sign-out', () => {
      this.#identify(refreshToken);
      this.revoked.add(refreshToken);
    });
  }

  #identify(refreshToken: string): void {
    if (!this.revoked.has(refreshToken)) return;
    this.refused.add(refreshToken);
    throw refusal('TOKEN_INVALID');
  }

  async #respond<T>(label: string, decide: () => T): Promise<T> {
    await this.#delay(`${label}: request`);
    if (!this.isOnline) throw new DiscovrError('NETWORK_ERROR', 'No connection.');
    const decision = attempt(decide);
    await this.#delay(`${label}: response`);
    return decision();
  }
}

/** Runs a function immediately, and returns a function that returns its result or throws its error. */
function attempt<T>(decide: () => T): () => T {
  try {
    const value = decide();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function refusal(code: string): DiscovrError {
  return new DiscovrError(code, 'Refused.', { status: 401 });
}
