import { Hono } from 'hono';
import * as z from 'zod/mini';
import { REGION_CODE } from '../../filters/values.js';
import { palettes } from '../catalog/artwork.js';
import { drawingColors, svgDataUrl } from '../drawing/svg.js';
import { checked, wholeNumber } from '../http/requestBody.js';
import { gifDrawings, type GifDrawing } from './gifDrawings.js';

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

/** Content filter: `high` shows only GIFs for all audiences, `off` shows everything. */
type GifContentFilter = 'high' | 'medium' | 'low' | 'off';

/** GIF with what the search reads. */
interface FoundGif extends Gif {
  readonly rating: NonNullable<GifDrawing['rating']>;
}

/** Animation of the parts in `<g class="moving">`. It repeats endlessly. */
interface Motion {
  /** What a drawing does, for its description. */
  readonly verb: string;
  readonly timing: string;
  readonly steps: string;
}

const motions: readonly Motion[] = [
  { verb: 'bobs', timing: '1.6s ease-in-out infinite alternate', steps: 'to{transform:translateY(-4px)}' },
  {
    verb: 'sways',
    timing: '1.4s ease-in-out infinite alternate',
    steps: 'from{transform:rotate(-4deg)}to{transform:rotate(4deg)}',
  },
  { verb: 'pulses', timing: '.9s ease-in-out infinite alternate', steps: 'to{transform:scale(1.08)}' },
  { verb: 'spins', timing: '9s linear infinite', steps: 'to{transform:rotate(1turn)}' },
];

// The ratings that each filter allows are inferred from Tenor.
const allowed: Readonly<Record<GifContentFilter, readonly FoundGif['rating'][]>> = {
  high: ['g'],
  medium: ['g', 'pg'],
  low: ['g', 'pg', 'pg-13'],
  off: ['g', 'pg', 'pg-13'],
};

const WIDTH = 480;
const PREVIEW_WIDTH = 220;
const FIRST_DRAWN = Date.parse('2026-01-01T09:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
/** Distance of the palettes in which a drawing has its next motion. */
const PALETTE_STEP = 5;

/**
 * Returns the GIFs that match all words of a query. A query word matches if any word in the tags or the description of
 * the GIF starts with it, ignoring case. GIFs that have the query as a complete tag come first.
 */
function findGifs(query: string, filter: GifContentFilter): readonly Gif[] {
  const queryWords = wordsOf(query);
  if (queryWords.length === 0) return [];
  const phrase = queryWords.join(' ');
  return gifs
    .filter(({ rating }) => allowed[filter].includes(rating))
    .filter(({ tags, description }) => {
      const words = wordsOf([...tags, description].join(' '));
      return queryWords.every((start) => words.some((candidate) => candidate.startsWith(start)));
    })
    .map(({ rating: _rating, ...gif }) => ({ gif, rank: rankOf(gif, phrase) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ gif }) => gif);
}

function rankOf({ tags }: Gif, phrase: string): number {
  const position = tags.findIndex((tag) => wordsOf(tag).join(' ') === phrase);
  return position < 0 ? 2 : Math.min(position, 1);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Converts a drawing to the format of the API. Tenor lacks it, so its Tenor URLs open a search for its word. */
function gifOf(drawing: GifDrawing, motion: Motion, { round, index }: { round: number; index: number }): FoundGif {
  const { word, tags, rating = 'g' } = drawing;
  const tenorUrl = `https://tenor.com/search/${word}-gifs`;
  const palette = palettes[(drawing.palette + round * PALETTE_STEP) % palettes.length]!;
  return {
    id: `gif_${word}_${motion.verb}`,
    ...gifImage(drawing, { palette, pixels: WIDTH, motion }),
    preview: gifImage(drawing, { palette, pixels: PREVIEW_WIDTH }),
    description: `A picture of “${word}” ${motion.verb}`,
    tags: [word, ...tags],
    tenorUrl,
    shortTenorUrl: tenorUrl,
    createdAt: new Date(FIRST_DRAWN + index * DAY_MS).toISOString(),
    rating,
  };
}

/** Visible area of each frame. The drawing is the square from 0 to 100. */
const frames: Readonly<
  Record<GifDrawing['frame'], readonly [left: number, top: number, width: number, height: number]>
> = {
  square: [-5, -5, 110, 110],
  wide: [-25, -5, 150, 110],
  tall: [-5, -12, 110, 124],
};

/** How to render a drawing. */
interface GifImageOptions {
  readonly palette: (typeof palettes)[number];
  /** Width of the image, in pixels. */
  readonly pixels: number;
  /** If omitted, the image is still. */
  readonly motion?: Motion;
}

/** Renders a drawing. Users who prefer reduced motion see no animation. */
function gifImage({ frame, draw }: GifDrawing, { palette, pixels, motion }: GifImageOptions): Gif['preview'] {
  const [left, top, width, height] = frames[frame];
  const size = { width: pixels, height: Math.round((pixels * height) / width) };
  const content =
    (motion
      ? `<style>@media(prefers-reduced-motion:no-preference){.moving{animation:m ${motion.timing}}}` +
        `@keyframes m{${motion.steps}}</style>`
      : '') +
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.field}"/>` +
    draw(drawingColors(palette));
  return { url: svgDataUrl({ ...size, viewBox: `${left} ${top} ${width} ${height}` }, content), ...size };
}

/** All GIFs: each drawing in each motion and in other colors. */
export const gifs: readonly FoundGif[] = motions.flatMap((motion, round) =>
  gifDrawings.map((drawing, index) => gifOf(drawing, motion, { round, index: round * gifDrawings.length + index })),
);

const DEFAULT_LIMIT = 20;
const querySchema = z.strictObject({
  q: z.string().check(z.trim(), z.minLength(1)),
  limit: z._default(z.pipe(wholeNumber, z.int().check(z.gte(1), z.lte(50))), DEFAULT_LIMIT),
  // Opaque to callers: the number of pictures before this batch.
  pos: z._default(wholeNumber, 0),
  contentfilter: z._default(z.enum(['high', 'medium', 'low', 'off']), 'medium'),
  country: z.optional(z.string().check(z.regex(REGION_CODE))),
  locale: z.optional(z.string().check(z.minLength(1))),
});

/** Route that searches the built-in pictures without authentication. Country and locale are validated, but not used. */
export function gifRoutes(): Hono {
  return new Hono().get('/', (context) => {
    const { q, limit, pos, contentfilter } = checked(context.req.query(), querySchema, 'query');
    const found = findGifs(q, contentfilter);
    const end = pos + limit;
    return context.json({
      items: found.slice(pos, end),
      next: end < found.length ? String(end) : null,
    });
  });
}
