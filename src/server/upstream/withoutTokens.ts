import { redactTokens } from '../../shared/errors.js';

/** Removes tokens from a response of the API, in case it repeats the one of the request or sends another. */
export function withoutTokens(value: unknown, refreshToken?: string): unknown {
  if (typeof value === 'string') {
    return redactTokens(refreshToken ? value.replaceAll(refreshToken, '[token]') : value);
  }
  if (Array.isArray(value)) return value.map((part) => withoutTokens(part, refreshToken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name === 'refreshToken' ? [] : [[String(withoutTokens(name, refreshToken)), withoutTokens(part, refreshToken)]],
    ),
  );
}
