/**
 * Position before a refresh token. No letter precedes it (`start_of` contains no token), except the last letter of an
 * escape sequence.
 */
const BEFORE = String.raw`(?:(?<![A-Za-z])|(?<=%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}))`;

/**
 * Matches any prefix of a token, so that a text truncated inside a token keeps no part of it. A match takes all
 * characters of a bearer token (RFC 6750), including escaped ones, so no character is scanned twice. A period at the
 * end belongs to the sentence.
 */
const TOKENS = new RegExp(String.raw`(?:${BEFORE}rt_|eyJ)[\w.~+/=%-]*[\w~+/=%-]`, 'g');

/** Replaces refresh tokens (`rt_…`) and session tokens (JWTs) in a text by `[token]`, including truncated tokens. */
export function redactTokens(text: string): string {
  return text.replace(TOKENS, '[token]');
}
