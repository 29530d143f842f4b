import { raceAbort } from '../../api/http/abort.js';
import type { Authorize } from '../../api/http/authorizedSend.js';
import type { Lifetime } from '../lifetime.js';
import { mintDropped } from './mintQueue.js';
import { isTokenRefusal } from '../state/refusal.js';
import type { SessionTokens } from './sessionTokens.js';
import type { SignInState } from '../state/signInState.js';

/** What {@link createTokenLending} needs from outside. */
export interface TokenLendingOptions {
  readonly signIn: SignInState;
  readonly tokens: SessionTokens;
  readonly lifetime: Lifetime;
  /** Gives the present refresh token, or throws where nobody is signed in. */
  readonly requireRefreshToken: () => string;
  /** Hears that a call failed under a refresh token. */
  readonly onFailed: (error: unknown, refreshToken: string) => void;
  /** Hears that a call is about to use the session. */
  readonly onUse: () => void;
}

/** Lends tokens to calls. */
export interface TokenLending {
  /** Lends the refresh token. */
  readonly withRefreshToken: Authorize;
  /**
   * Lends a session token. Where the server refuses it, one is minted anew and the call repeated, once. A result that
   * arrives after a sign-out or a change of profile is dropped with an `AbortError`.
   */
  readonly withSessionToken: Authorize;
}

/** Makes the lending of tokens: what comes back for somebody who is no longer there is nobody's, be it a failure. */
export function createTokenLending(options: TokenLendingOptions): TokenLending {
  const { signIn, tokens, lifetime, requireRefreshToken, onFailed, onUse } = options;

  const withRefreshToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(signIn.ready(), signal);
    const refreshToken = requireRefreshToken();
    const assertSamePerson = () => {
      if (refreshToken !== signIn.credential?.refreshToken) throw mintDropped();
    };
    let result: Awaited<ReturnType<typeof call>>;
    try {
      result = await lifetime.race(call(refreshToken));
    } catch (error) {
      assertSamePerson();
      onFailed(error, refreshToken);
      throw error;
    }
    assertSamePerson();
    return result;
  };

  const withSessionToken: Authorize = async (call, { signal } = {}) => {
    await raceAbort(signIn.ready(), signal);
    const { epoch } = signIn;
    const assertSamePerson = () => {
      if (epoch !== signIn.epoch) throw mintDropped();
    };
    const lend = async (refused?: string) => {
      requireRefreshToken();
      const { value } = await raceAbort(tokens.get(refused), signal);
      assertSamePerson();
      return value;
    };
    const attempt = async (token: string) => {
      try {
        return await lifetime.race(call(token));
      } catch (error) {
        assertSamePerson();
        throw error;
      }
    };
    const token = await lend();
    onUse();
    const result = await attempt(token).catch(async (error: unknown) => {
      if (!isTokenRefusal(error)) throw error;
      return attempt(await lend(token));
    });
    assertSamePerson();
    return result;
  };

  return { withRefreshToken, withSessionToken };
}
