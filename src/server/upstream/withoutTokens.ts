/** Matches a refresh token. Shorter than a real one, so that a truncated token matches too. */
const REFRESH_TOKEN = /\brt_[\da-f]{12,}/gi;

/** Removes refresh tokens from a response of the API, in case it repeats the one of the request or sends another. */
export function withoutTokens(value: unknown, refreshToken?: string): unknown {
  if (typeof value === 'string') {
    return (refreshToken ? value.replaceAll(refreshToken, '[token]') : value).replace(REFRESH_TOKEN, '[token]');
  }
  if (Array.isArray(value)) return value.map((part) => withoutTokens(part, refreshToken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name === 'refreshToken' ? [] : [[String(withoutTokens(name, refreshToken)), withoutTokens(part, refreshToken)]],
    ),
  );
}
