import { describe, expect, test } from 'vitest';
import { imageSources } from './Picture.js';

describe('imageSources', () => {
  test('returns the widths that TMDB offers for the kind of image, whatever size the URL contains', () => {
    for (const size of ['original', 'w500']) {
      const { srcSet } = imageSources(`https://image.tmdb.org/t/p/${size}/abc.jpg`, 'poster');
      expect(srcSet?.split(', ')).toEqual(
        [154, 185, 342, 500, 780].map((width) => `https://image.tmdb.org/t/p/w${width}/abc.jpg ${width}w`),
      );
    }
    expect(imageSources('https://image.tmdb.org/t/p/original/b.jpg', 'backdrop').srcSet).toContain(' 1280w');
  });

  test('returns the largest of these widths as src, because an original can be many times larger', () => {
    const { src } = imageSources('https://image.tmdb.org/t/p/original/abc.jpg', 'poster');
    expect(src).toBe('https://image.tmdb.org/t/p/w780/abc.jpg');
  });

  test.each([
    'https://cdn.example/t/p/w500/abc.jpg',
    'https://image.tmdb.org.example/t/p/w500/abc.jpg',
    'https://image.tmdb.org/t/p/original/logo.svg',
    'data:image/svg+xml,x',
  ])('returns only the original URL when the image has no other sizes: %s', (url) => {
    expect(imageSources(url, 'logo')).toEqual({ src: url });
  });
});
