import type { Gif } from '../../api/schemas/gif.js';

/** The service that pictures come from, by the address each of them carries: `tenor.com`; empty where none tells. */
export function gifSource(gifs: readonly Gif[]): string {
  for (const { tenorUrl = '' } of gifs) {
    try {
      return new URL(tenorUrl).hostname.replace(/^www\./, '');
    } catch {
      // Not an address: another picture may have one.
    }
  }
  return '';
}
