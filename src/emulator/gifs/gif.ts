import { gifImage } from './gifImage.js';
import type { GifPicture } from './gifPicture.js';
import { gifPictures } from './gifPictures.js';

/** A picture as the API writes it. */
export interface Gif {
  readonly id: string;
  readonly url: string;
  readonly preview: { readonly url: string; readonly width: number; readonly height: number };
  readonly description: string;
  readonly tags: readonly string[];
  readonly tenorUrl: string;
  readonly shortTenorUrl: string;
  /** Pixels, as is the height. */
  readonly width: number;
  readonly height: number;
  /** Date and time, ISO 8601 (inferred). */
  readonly createdAt: string;
}

const WIDTH = 480;
const PREVIEW_WIDTH = 220;
const FIRST_DRAWN = Date.parse('2026-01-01T09:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

/** Writes a picture as the API does. It was drawn here, so its Tenor addresses are those of a search for its word. */
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
