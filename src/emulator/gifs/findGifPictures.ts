import { animals } from './animals.data.js';
import { cinema } from './cinema.data.js';
import { feelings } from './feelings.data.js';
import { food } from './food.data.js';
import type { GifPicture } from './gifPicture.js';
import { party } from './party.data.js';
import { spooky } from './spooky.data.js';
import { travel } from './travel.data.js';
import { weather } from './weather.data.js';

/** Content filter: `high` shows only pictures for all audiences, `off` shows everything. */
type GifContentFilter = 'high' | 'medium' | 'low' | 'off';

type Rating = NonNullable<GifPicture['rating']>;

// The ratings that each filter allows are inferred from Tenor.
const allowed: Readonly<Record<GifContentFilter, readonly Rating[]>> = {
  high: ['g'],
  medium: ['g', 'pg'],
  low: ['g', 'pg', 'pg-13'],
  off: ['g', 'pg', 'pg-13'],
};

/**
 * Returns the pictures that match all words of a query. A query word matches if any word in the name, tags or
 * description of the picture starts with it, ignoring case. Pictures that have the query as a complete tag come first.
 */
export function findGifPictures(query: string, filter: GifContentFilter): readonly GifPicture[] {
  const queryWords = wordsOf(query);
  if (queryWords.length === 0) return [];
  const phrase = queryWords.join(' ');
  return gifPictures
    .filter(({ rating = 'g' }) => allowed[filter].includes(rating))
    .filter(({ word, tags, description }) => {
      const words = wordsOf([word, ...tags, description].join(' '));
      return queryWords.every((start) => words.some((candidate) => candidate.startsWith(start)));
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

/** All pictures of the GIF search. Among equal matches, earlier pictures come first. */
export const gifPictures: readonly GifPicture[] = [
  ...feelings,
  ...cinema,
  ...party,
  ...animals,
  ...food,
  ...weather,
  ...travel,
  ...spooky,
];
