/** Lifetime of refresh tokens: 90 days. */
export const REFRESH_TOKEN_LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

/** Default lifetime of session tokens: 30 minutes. */
export const SESSION_TOKEN_LIFETIME_MS = 30 * 60 * 1000;

/** Lifetime of device codes: ten minutes. The API reports it in milliseconds. */
export const DEVICE_CODE_LIFETIME_MS = 600_000;

/** Lifetime of authorization codes: one minute, because apps redeem them immediately. */
export const AUTHORIZATION_CODE_LIFETIME_MS = 60_000;

/** Converts milliseconds to the Unix seconds that the API uses for every `expiresAt`. */
export function unixSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
