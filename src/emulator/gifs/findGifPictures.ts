import type { GifPicture } from './gifPicture.js';
import { gifPictures } from './gifPictures.js';

/** How much a content filter keeps back: `high` shows what is fit for all, `off` shows everything. */
export type GifContentFilter = 'high' | 'medium' | 'low' | 'off';

type Rating = NonNullable<GifPicture['rating']>;

// What each filter lets through is inferred; it is what Tenor's own does.
const allowed: Readonly<Record<GifContentFilter, readonly Rating[]>> = {
  high: ['g'],
  medium: ['g', 'pg'],
  low: ['g', 'pg', 'pg-13'],
  off: ['g', 'pg', 'pg-13'],
};

/**
 * Finds the pictures in whose words each word of the query begins one, in any case; those of which the query is a
 * whole tag come first.
 */
export function findGifPictures(query: string, filter: GifContentFilter): readonly GifPicture[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  const phrase = wanted.join(' ');
  return gifPictures
    .filter(({ rating = 'g' }) => allowed[filter].includes(rating))
    .filter(({ word, tags, description }) => {
      const words = wordsOf([word, ...tags, description].join(' '));
      return wanted.every((start) => words.some((candidate) => candidate.startsWith(start)));
    })
    .map((picture) => ({ picture, rank: rankOf(picture, phrase) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ picture }) => picture);
}

function rankOf({ word, tags }: GifPicture, phrase: string): number {
  const position = [word, ...tags].findIndex((tag) => wordsOf(tag).join(' ') === phrase);
  return position < 0 ? 2 : Math.min(position, 1);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
