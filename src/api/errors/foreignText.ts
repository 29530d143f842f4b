import { redactTokens } from './redactTokens.js';

/** Maximum lengths, in characters, of texts that an error copies from a server, an SDK or a library. */
export const MAX_LENGTH = { code: 64, message: 500, pathPart: 64, requestId: 128 } as const;

/** Truncates a text without splitting a surrogate pair. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** Truncates a text of unknown origin and redacts its tokens, for use in an error. */
export function foreignText(text: string, length: number): string {
  return redactTokens(cutText(text, length));
}
