import { parseUrl } from '../../../api/schemas/parseUrl.js';
import type { Gif } from '../../../api/schemas/gif.js';

/** The service that pictures come from, by the address each of them carries: `tenor.com`; empty where none tells. */
export function gifSource(gifs: readonly Gif[]): string {
  for (const { tenorUrl = '' } of gifs) {
    const url = parseUrl(tenorUrl);
    if (url) return url.hostname.replace(/^www\./, '');
  }
  return '';
}
