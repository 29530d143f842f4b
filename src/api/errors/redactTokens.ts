/**
 * Position before a refresh token. A letter must not precede the token: the `rt_` in a word such as `start_of` begins
 * no token. The last letter of an escape sequence may precede it.
 */
const BEFORE = String.raw`(?:(?<![A-Za-z])|(?<=%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}))`;

/**
 * Matches any prefix of a token, so that a text truncated inside a token keeps no part of it. A match includes
 * all characters that a bearer token can contain (RFC 6750), even escaped ones, so no character is scanned twice. A
 * period at the end is not part of the token.
 */
const TOKENS = new RegExp(String.raw`(?:${BEFORE}rt_|eyJ)[\w.~+/=%-]*[\w~+/=%-]`, 'g');

/** Replaces refresh tokens (`rt_…`) and session tokens (JWTs) in a text with `[token]`, including truncated tokens. */
export function redactTokens(text: string): string {
  return text.replace(TOKENS, '[token]');
}
