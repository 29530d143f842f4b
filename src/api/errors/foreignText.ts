import { redactTokens } from './redactTokens.js';

/** Most characters of the texts an error takes over from a server, an SDK or a library. */
export const MAX_LENGTH = { code: 64, message: 500, pathPart: 64, requestId: 128 } as const;

/** Cuts a text, without leaving half of a character at its end. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** Makes a text of unknown origin fit for an error: short, and without tokens. */
export function foreignText(text: string, length: number): string {
  return redactTokens(cutText(text, length));
}
