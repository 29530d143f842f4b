import { raceAbort } from '../shared/abort.js';
import type { Authorize } from '../api/transport.js';
import type { Lifetime } from '../shared/lifetime.js';
import { sessionChangedError } from './mints.js';
import { isTokenRefusal } from './sessionState.js';
import type { SessionTokens } from './tokens.js';
import type { SignInState } from './signInState.js';

export interface TokenCallsOptions {
  readonly signIn: SignInState;
  readonly tokens: SessionTokens;
  readonly lifetime: Lifetime;
  /** Returns the current refresh token, or throws when no user is signed in. */
  readonly requireRefreshToken: () => string;
  /** Called when a call with a refresh token has failed. */
  readonly onFailed: (error: unknown, refreshToken: string) => void;
  /** Called before a call uses the session. */
  readonly onUse: () => void;
}

/** Functions that run calls with a token. */
export interface TokenCalls {
  /**
   * Runs a call with the refresh token. Drops a result that arrives after a sign-out or a sign-in of another user: the
   * call rejects with an `AbortError`.
   */
  readonly withRefreshToken: Authorize;
  /**
   * Runs a call with a session token. If the server refuses the token, gets another one and repeats the call, once.
   * Drops a result that arrives after a sign-out or a profile switch: the call rejects with an `AbortError`.
   */
  readonly withSessionToken: Authorize;
}

/** Creates the functions that run calls with a token. */
export function createTokenCalls(options: TokenCallsOptions): TokenCalls {
  const { signIn, tokens, lifetime, requireRefreshToken, onFailed, onUse } = options;

  const withRefreshToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(signIn.ready(), signal);
    const refreshToken = requireRefreshToken();
    const assertSameUser = () => {
      if (refreshToken !== signIn.credential?.refreshToken) throw sessionChangedError();
    };
    let result: Awaited<ReturnType<typeof call>>;
    try {
      result = await lifetime.race(call(refreshToken));
    } catch (error) {
      assertSameUser();
      onFailed(error, refreshToken);
      throw error;
    }
    assertSameUser();
    return result;
  };

  const withSessionToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(signIn.ready(), signal);
    const { epoch } = signIn;
    const assertSameSession = () => {
      if (epoch !== signIn.epoch) throw sessionChangedError();
    };
    const getToken = async (refused?: string) => {
      requireRefreshToken();
      const { value } = await raceAbort(tokens.get(refused), signal);
      assertSameSession();
      return value;
    };
    const attempt = async (token: string) => {
      try {
        return await lifetime.race(call(token));
      } catch (error) {
        assertSameSession();
        throw error;
      }
    };
    const token = await getToken();
    onUse();
    const result = await attempt(token).catch(async (error: unknown) => {
      if (!isTokenRefusal(error)) throw error;
      return attempt(await getToken(token));
    });
    assertSameSession();
    return result;
  };

  return { withRefreshToken, withSessionToken };
}
