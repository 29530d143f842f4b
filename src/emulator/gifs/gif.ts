import { gifImage } from './gifImage.js';
import type { GifPicture } from './gifPicture.js';
import { gifPictures } from './gifPictures.js';

/** GIF in the format of the API. */
export interface Gif {
  readonly id: string;
  readonly url: string;
  readonly preview: { readonly url: string; readonly width: number; readonly height: number };
  readonly description: string;
  readonly tags: readonly string[];
  readonly tenorUrl: string;
  readonly shortTenorUrl: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Date and time, ISO 8601 (inferred). */
  readonly createdAt: string;
}

const WIDTH = 480;
const PREVIEW_WIDTH = 220;
const FIRST_DRAWN = Date.parse('2026-01-01T09:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

/** Converts a picture to the format of the API. Tenor lacks the picture, so its Tenor URLs open a search for `word`. */
export function gifOf(picture: GifPicture): Gif {
  const { word, tags, description } = picture;
  const slug = word.replaceAll(' ', '-');
  const tenorUrl = `https://tenor.com/search/${slug}-gifs`;
  return {
    id: `gif_${slug}`,
    ...gifImage(picture, WIDTH, true),
    preview: gifImage(picture, PREVIEW_WIDTH, false),
    description,
    tags: [word, ...tags],
    tenorUrl,
    shortTenorUrl: tenorUrl,
    createdAt: new Date(FIRST_DRAWN + gifPictures.indexOf(picture) * DAY_MS).toISOString(),
  };
}
