import { DiscovrError } from '../shared/errors.js';

/** Tier of an endpoint: it takes the refresh token (`identity`), the session token (`session`) or none (`public`). */
export type Tier = 'identity' | 'session' | 'public';

const TOKEN_OF_TIER = { identity: 'a refresh token', session: 'a session token', public: 'no token' };

/**
 * Checks that a token belongs to the tier of an endpoint. Refresh tokens begin with `rt_`; session tokens are JWTs.
 *
 * @throws {DiscovrError} `WRONG_TOKEN_KIND` when the token belongs to another tier; `TOKEN_INVALID` when a header
 * cannot contain it.
 */
export function assertTokenFitsTier(token: string | undefined, tier: Tier): void {
  const isRefreshToken = token?.startsWith('rt_') ?? false;
  const isJwt = !isRefreshToken && token?.split('.').length === 3;
  const fits =
    tier === 'public' ? token === undefined : token !== undefined && !(tier === 'session' ? isRefreshToken : isJwt);
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    // Checked here, because the error of the platform would quote the token.
    throw new DiscovrError('TOKEN_INVALID', 'The request was not sent, because a header cannot contain its token.');
  }
  if (!fits) {
    throw new DiscovrError(
      'WRONG_TOKEN_KIND',
      `The request was not sent, because an endpoint of the ${tier} tier takes ${TOKEN_OF_TIER[tier]}.`,
    );
  }
}

/** Whether a text can be a session token: valid in a header, and not a refresh token. */
export function isSessionToken(text: string): boolean {
  return /^(?!rt_)[\w.~+/=-]+$/.test(text);
}
