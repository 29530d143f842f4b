/** Refresh tokens last 90 days. */
export const REFRESH_TOKEN_LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

/** Session tokens last 30 minutes, unless the emulator is made with another lifetime. */
export const SESSION_TOKEN_LIFETIME_MS = 30 * 60 * 1000;

/** Device codes last ten minutes; the API tells it in milliseconds. */
export const DEVICE_CODE_LIFETIME_MS = 600_000;

/** Codes of the web sign-in last a minute: an app redeems them at once. */
export const AUTHORIZATION_CODE_LIFETIME_MS = 60_000;

/** Unix seconds, as every `expiresAt` of the API is written. */
export function unixSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
