/** What may come before a refresh token: anything but a letter (`start_of` is a word), or an escape that ends in one. */
const BEFORE = String.raw`(?:(?<![A-Za-z])|(?<=%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4}))`;

/**
 * Any beginning of a token counts, so that a text cut inside one keeps no part of it. Each match takes all characters a
 * bearer token may have (RFC 6750), escaped ones included, and so none is looked at twice. A full stop at the end
 * belongs to the sentence.
 */
const TOKENS = new RegExp(String.raw`(?:${BEFORE}rt_|eyJ)[\w.~+/=%-]*[\w~+/=%-]`, 'g');

/** Takes out of a text whatever looks like a refresh token (`rt_…`) or a session token (a JWT), whole or in part. */
export function redactTokens(text: string): string {
  return text.replace(TOKENS, '[token]');
}
