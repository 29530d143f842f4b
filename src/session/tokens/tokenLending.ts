import { raceAbort } from '../../api/http/abort.js';
import type { Authorize } from '../../api/http/authorizedSend.js';
import type { Lifetime } from '../lifetime.js';
import { mintDropped } from './mintQueue.js';
import { isTokenRefusal } from '../state/refusal.js';
import type { SessionTokens } from './sessionTokens.js';
import type { SignInState } from '../state/signInState.js';

/** Options of {@link createTokenLending}. */
export interface TokenLendingOptions {
  readonly signIn: SignInState;
  readonly tokens: SessionTokens;
  readonly lifetime: Lifetime;
  /** Returns the current refresh token, or throws when no user is signed in. */
  readonly requireRefreshToken: () => string;
  /** Called when a call with a refresh token has failed. */
  readonly onFailed: (error: unknown, refreshToken: string) => void;
  /** Called when a call is about to use the session. */
  readonly onUse: () => void;
}

/** Lends tokens to calls. */
export interface TokenLending {
  /** Lends the refresh token. */
  readonly withRefreshToken: Authorize;
  /**
   * Lends a session token. If the server refuses it, mints another one and repeats the call, once. Drops a result that
   * arrives after a sign-out or a profile switch: the call rejects with an `AbortError`.
   */
  readonly withSessionToken: Authorize;
}

/** Creates the functions that lend tokens. They drop results that arrive after sign-out or a profile switch. */
export function createTokenLending(options: TokenLendingOptions): TokenLending {
  const { signIn, tokens, lifetime, requireRefreshToken, onFailed, onUse } = options;

  const withRefreshToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(signIn.ready(), signal);
    const refreshToken = requireRefreshToken();
    const assertSameUser = () => {
      if (refreshToken !== signIn.credential?.refreshToken) throw mintDropped();
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
    const assertSameUser = () => {
      if (epoch !== signIn.epoch) throw mintDropped();
    };
    const lend = async (refused?: string) => {
      requireRefreshToken();
      const { value } = await raceAbort(tokens.get(refused), signal);
      assertSameUser();
      return value;
    };
    const attempt = async (token: string) => {
      try {
        return await lifetime.race(call(token));
      } catch (error) {
        assertSameUser();
        throw error;
      }
    };
    const token = await lend();
    onUse();
    const result = await attempt(token).catch(async (error: unknown) => {
      if (!isTokenRefusal(error)) throw error;
      return attempt(await lend(token));
    });
    assertSameUser();
    return result;
  };

  return { withRefreshToken, withSessionToken };
}
