import { palettes } from '../catalog/artwork.js';
import { drawingColors, svgDataUrl } from '../drawing/svg.js';
import { gifPictures } from './findGifPictures.js';
import type { GifFrame, GifMotion, GifPicture } from './gifPicture.js';

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

/** Image of a picture, rendered in one size. */
interface GifImage {
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** Visible area of each frame. The drawing is the square from 0 to 100. */
const frames: Readonly<Record<GifFrame, readonly [left: number, top: number, width: number, height: number]>> = {
  square: [-5, -5, 110, 110],
  wide: [-25, -5, 150, 110],
  tall: [-5, -12, 110, 124],
};

const movements: Readonly<Record<GifMotion, { readonly timing: string; readonly steps: string }>> = {
  bob: { timing: '1.6s ease-in-out infinite alternate', steps: 'to{transform:translateY(-4px)}' },
  sway: {
    timing: '1.4s ease-in-out infinite alternate',
    steps: 'from{transform:rotate(-4deg)}to{transform:rotate(4deg)}',
  },
  pulse: { timing: '.9s ease-in-out infinite alternate', steps: 'to{transform:scale(1.08)}' },
  spin: { timing: '9s linear infinite', steps: 'to{transform:rotate(1turn)}' },
  fall: {
    timing: '1.1s linear infinite',
    steps: 'from{transform:translate(3px,-7px)}to{transform:translate(-3px,7px)}',
  },
  blink: { timing: '3s steps(1) infinite', steps: '92%{opacity:.15}' },
};

/** Renders a picture of the given width, animated or still. Users who prefer reduced motion see no animation. */
function gifImage(picture: GifPicture, pixels: number, isMoving: boolean): GifImage {
  const [left, top, width, height] = frames[picture.frame];
  const palette = palettes[picture.palette]!;
  const size = { width: pixels, height: Math.round((pixels * height) / width) };
  const content =
    (isMoving ? motionStyle(picture.motion ?? 'bob') : '') +
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.field}"/>` +
    picture.draw(drawingColors(palette));
  return { url: svgDataUrl({ ...size, viewBox: `${left} ${top} ${width} ${height}` }, content), ...size };
}

function motionStyle(motion: GifMotion): string {
  const { timing, steps } = movements[motion];
  return (
    `<style>@media(prefers-reduced-motion:no-preference){.moving{animation:m ${timing}}}` +
    `@keyframes m{${steps}}</style>`
  );
}
