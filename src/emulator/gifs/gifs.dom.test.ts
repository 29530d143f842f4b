import { describe, expect, it } from 'vitest';
import { isSafeImageUrl } from '../../shared/url.js';
import { gifs } from './gifs.js';

describe('the GIFs', () => {
  it('are at least 40, with unique ids, images, descriptions and creation times', () => {
    expect(gifs.length).toBeGreaterThanOrEqual(40);
    for (const key of ['id', 'url', 'description', 'createdAt'] as const) {
      expect(new Set(gifs.map((gif) => gif[key])).size, key).toBe(gifs.length);
    }
  });

  it.each(gifs.map((gif) => [gif.id, gif] as const))(
    'include %s as a valid, safe SVG image of the stated size',
    (_id, gif) => {
      for (const { url, width, height } of [gif, gif.preview]) {
        expect(isSafeImageUrl(url)).toBe(true);
        const svg = decodeURIComponent(url.slice(url.indexOf(',') + 1));
        const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
        expect([documentElement.tagName, documentElement.getAttribute('width')]).toEqual(['svg', String(width)]);
        expect(documentElement.getAttribute('height')).toBe(String(height));
        expect(svg).not.toMatch(/NaN|undefined/);
      }
    },
  );

  it('are animated unless reduced motion is preferred, and have a still preview', () => {
    for (const { url, preview } of gifs) {
      expect(decodeURIComponent(url)).toContain('@media(prefers-reduced-motion:no-preference){.moving{animation:');
      expect(decodeURIComponent(url)).toContain('class="moving"');
      expect(decodeURIComponent(preview.url)).not.toContain('animation');
    }
  });

  it('have a valid Tenor search URL', () => {
    for (const { tenorUrl, shortTenorUrl } of gifs) {
      expect(tenorUrl).toMatch(/^https:\/\/tenor\.com\/search\/[a-z0-9-]+-gifs$/);
      expect(shortTenorUrl).toBe(tenorUrl);
    }
  });
});
