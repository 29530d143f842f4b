import { parseUrl } from '../../../shared/url.js';
import type { Gif } from '../../../api/publicApi.js';

/** Returns the host of the service that GIFs come from (`tenor.com`); an empty string when no GIF has a `tenorUrl`. */
export function gifSource(gifs: readonly Gif[]): string {
  for (const { tenorUrl = '' } of gifs) {
    const url = parseUrl(tenorUrl);
    if (url) return url.hostname.replace(/^www\./, '');
  }
  return '';
}
