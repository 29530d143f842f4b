import { DiscovrError } from '../../src/api/errors/discovrError.js';
import type { SessionTokenResponse } from '../../src/api/schemas/session.js';
import type { TokenServer } from '../../src/session/tokens/tokenServer.js';

const LIFETIME_MS = 30 * 60_000;

/** A server that takes its time: to get a request, and again to answer it. */
export class SlowServer implements TokenServer {
  /** Refresh tokens that are no longer good. */
  readonly revoked = new Set<string>();
  /** Refresh tokens that were refused. */
  readonly refused = new Set<string>();
  /** Profiles that are gone. */
  readonly deleted = new Set<string>();
  /** By session token. */
  readonly sessions = new Map<string, { readonly profileId: string; endsAt: number }>();
  isOnline = true;
  /** Milliseconds. */
  time = 0;
  mintsAtATime = 0;
  mostMintsAtATime = 0;
  readonly #delay: (label: string) => Promise<unknown>;

  /** @param delay settles when it is the turn of what the label names. */
  constructor(delay: (label: string) => Promise<unknown>) {
    this.#delay = delay;
  }

  /** Answers with no profile at all. */
  profiles(refreshToken: string): Promise<{ profiles: [] }> {
    return this.#answer('profiles', () => {
      this.#identify(refreshToken);
      return { profiles: [] };
    });
  }

  /** Answers with the id of the profile the page is for. */
  page(sessionToken: string): Promise<string> {
    return this.#answer('page', () => {
      const session = this.sessions.get(sessionToken);
      if (!session || this.time >= session.endsAt) throw refusal('TOKEN_EXPIRED');
      return session.profileId;
    });
  }

  async mint(refreshToken: string, profileId: string): Promise<SessionTokenResponse> {
    this.mintsAtATime += 1;
    this.mostMintsAtATime = Math.max(this.mostMintsAtATime, this.mintsAtATime);
    try {
      return await this.#answer(`mint for ${profileId}`, () => {
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
    return this.#answer('sign-out', () => {
      this.#identify(refreshToken);
      this.revoked.add(refreshToken);
    });
  }

  #identify(refreshToken: string): void {
    if (!this.revoked.has(refreshToken)) return;
    this.refused.add(refreshToken);
    throw refusal('TOKEN_INVALID');
  }

  async #answer<T>(label: string, decide: () => T): Promise<T> {
    await this.#delay(`${label} is on its way`);
    if (!this.isOnline) throw new DiscovrError('NETWORK_ERROR', 'No connection.');
    const decision = attempt(decide);
    await this.#delay(`${label} is answered`);
    return decision();
  }
}

/** Does something now, and keeps what came of it, be it a failure, for later. */
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
