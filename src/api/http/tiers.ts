import { DiscovrError } from '../errors/discovrError.js';

/** Which token an endpoint takes: the refresh token (`identity`), the session token (`session`), or none (`public`). */
export type Tier = 'identity' | 'session' | 'public';

/**
 * Stops a token from reaching an endpoint of the other tier. Refresh tokens begin with `rt_`, session tokens are JWTs.
 *
 * @throws {DiscovrError} `WRONG_TOKEN_KIND`, or `TOKEN_INVALID` for what is no token at all, before anything is sent.
 */
export function assertTokenFitsTier(token: string | undefined, tier: Tier): void {
  const isRefreshToken = token?.startsWith('rt_') ?? false;
  const isSessionToken = !isRefreshToken && token?.split('.').length === 3;
  const fits =
    tier === 'public'
      ? token === undefined
      : token !== undefined && !(tier === 'session' ? isRefreshToken : isSessionToken);
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    // The platform's own error would quote it.
    throw new DiscovrError('TOKEN_INVALID', 'The token holds characters that a header cannot carry.');
  }
  if (!fits) {
    throw new DiscovrError('WRONG_TOKEN_KIND', `An endpoint of the ${tier} tier was called with another tier's token.`);
  }
}
