import type { DrawingColors } from '../drawing/svg.js';

/** Drawing of the GIF search. Each becomes several GIFs, which differ in motion and colors. */
export interface GifDrawing {
  /** Unique name and first tag. */
  readonly word: string;
  /** Further search terms, in lower case. */
  readonly tags: readonly string[];
  /**
   * Audience rating for the content filter.
   * @default 'g', suitable for all
   */
  readonly rating?: 'g' | 'pg' | 'pg-13';
  /** Shape of the image. The drawing is in its center. */
  readonly frame: 'square' | 'wide' | 'tall';
  /** Index in `palettes`. */
  readonly palette: number;
  /** Returns the SVG markup of the drawing, on a square of 100 by 100. */
  readonly draw: (colors: DrawingColors) => string;
}

/** Draws a disc. */
const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

/** Draws an ellipse. */
const oval = (x: number, y: number, across: number, down: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${across}" ry="${down}" fill="${fill}"/>`;

/** Draws a rectangle, optionally with rounded corners. */
const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

/** Draws a filled path. */
const shape = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;

/** Draws a path as a line with round caps and joins. */
const line = (path: string, stroke: string, width = 4): string =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Marks an animated part of a picture. `x` and `y` are its transform origin, by default the center of the picture. */
const moving = (content: string, x = 50, y = 50): string =>
  `<g class="moving" style="transform-origin:${x}px ${y}px">${content}</g>`;

/** Draws content once per angle, rotated around a point. */
const turned = (angles: readonly number[], x: number, y: number, content: string): string =>
  angles.map((angle) => `<g transform="rotate(${angle} ${x} ${y})">${content}</g>`).join('');

/** Draws two eyes at the same height, each at the distance `apart` from the middle. */
const eyes = (middle: number, y: number, apart: number, radius: number, fill: string): string =>
  disc(middle - apart, y, radius, fill) + disc(middle + apart, y, radius, fill);

/** The drawings. Among equal matches, earlier ones come first. */
export const gifDrawings: readonly GifDrawing[] = [
  {
    word: 'happy',
    tags: ['smile', 'yay', 'joy'],
    frame: 'square',
    palette: 0,
    draw: ({ bold, dark }) =>
      moving(disc(50, 50, 36, bold) + eyes(50, 43, 13, 4.5, dark) + line('M32 58Q50 78 68 58', dark, 4.5)),
  },
  {
    word: 'cat',
    tags: ['kitten', 'animal', 'cute', 'meow'],
    frame: 'square',
    palette: 4,
    draw: ({ bold, light, dark }) =>
      moving(
        shape('M24 20L46 34H54L76 20V58A26 26 0 0 1 24 58z', bold) +
          shape('M29 29L38 35L29 42zM71 29L62 35L71 42z', light) +
          eyes(50, 52, 11, 4, dark) +
          shape('M46 60H54L50 65z', dark) +
          line('M50 65V68M50 68Q46 72 42 69M50 68Q54 72 58 69', dark, 2) +
          line('M34 62L18 59M34 66L19 69M66 62L82 59M66 66L81 69', light, 1.6),
      ),
  },
  {
    word: 'film',
    tags: ['movie', 'cinema', 'action', 'clapperboard', 'take one'],
    frame: 'wide',
    palette: 4,
    draw: ({ bold, light, dark }) =>
      box(18, 42, 64, 44, light, 4) +
      line('M28 58H72M28 72H56', dark, 3) +
      moving(
        `<g transform="rotate(-10 18 38)">${box(18, 26, 64, 13, dark, 2)}${shape('M26 26h9l-7 13h-9zM44 26h9l-7 13h-9zM62 26h9l-7 13h-9z', bold)}</g>`,
      ),
  },
  {
    word: 'popcorn',
    tags: ['snack', 'movie night', 'cinema', 'drama'],
    frame: 'tall',
    palette: 8,
    draw: ({ light, soft, bold, dark }) =>
      moving(
        [
          [30, 36],
          [42, 26],
          [57, 28],
          [70, 36],
          [50, 38],
          [38, 40],
          [62, 41],
        ]
          .map(([x = 0, y = 0], index) => disc(x, y, 10, index % 2 === 0 ? light : bold))
          .join('') +
          disc(48, 9, 6, light) +
          disc(66, 15, 4.5, bold),
      ) +
      shape('M22 44H78L70 92H30z', light) +
      shape('M33 44H44L45 92H37zM56 44H67L63 92H55z', soft) +
      line('M22 44H78', dark, 3),
  },
  {
    word: 'heart',
    tags: ['love', 'like', 'kiss', 'thank you'],
    frame: 'square',
    palette: 11,
    draw: ({ bold, light }) =>
      moving(
        shape('M50 84C14 58 12 40 18 30C26 16 44 18 50 34C56 18 74 16 82 30C88 40 86 58 50 84z', bold) +
          line('M26 40Q28 30 36 30', light, 4.5),
      ),
  },
  {
    word: 'dog',
    tags: ['puppy', 'animal', 'cute', 'good boy'],
    frame: 'tall',
    palette: 10,
    draw: ({ bold, soft, light, dark }) =>
      shape('M44 78H56V84A6 8 0 0 1 44 84z', bold) +
      moving(
        box(27, 24, 46, 56, light, 23) +
          shape('M30 24C14 24 12 44 16 58C28 60 34 44 36 26z', soft) +
          shape('M70 24C86 24 88 44 84 58C72 60 66 44 64 26z', soft) +
          eyes(50, 46, 10, 4, dark) +
          oval(50, 60, 7, 5, dark) +
          line('M50 65V70M42 70Q46 74 50 70Q54 74 58 70', dark, 2.4),
      ),
  },
  {
    word: 'music',
    tags: ['song', 'sing', 'note', 'tune'],
    frame: 'square',
    palette: 1,
    draw: ({ bold, light }) =>
      moving(
        oval(30, 74, 12, 9, bold) + oval(70, 66, 12, 9, bold) + shape('M36 24L82 16V66H76V30L42 36V74H36z', light),
      ),
  },
  {
    word: 'sun',
    tags: ['weather', 'summer', 'good morning', 'sunny', 'bright'],
    frame: 'square',
    palette: 0,
    draw: ({ bold, light }) =>
      moving(turned([0, 45, 90, 135, 180, 225, 270, 315], 50, 50, line('M50 17V8', bold, 6))) +
      disc(50, 50, 24, bold) +
      disc(50, 50, 16, light),
  },
  {
    word: 'rocket',
    tags: ['space', 'launch', "let's go", 'fast', 'ship it'],
    frame: 'tall',
    palette: 0,
    draw: ({ bold, soft, light, dark }) =>
      disc(18, 20, 2, soft) +
      disc(80, 34, 2.5, soft) +
      disc(16, 62, 2.5, soft) +
      moving(
        shape('M42 78Q50 104 58 78z', bold) +
          shape('M34 54L22 76L38 74zM66 54L78 76L62 74z', bold) +
          shape('M50 8C66 24 68 52 62 78H38C32 52 34 24 50 8z', light) +
          disc(50, 42, 9, soft) +
          disc(50, 42, 5.5, dark),
      ),
  },
  {
    word: 'owl',
    tags: ['animal', 'night', 'wise', 'hoot', 'who'],
    frame: 'tall',
    palette: 5,
    draw: ({ bold, soft, light, dark }) =>
      shape('M24 18L50 28L76 18V66A26 26 0 0 1 24 66z', soft) +
      eyes(50, 44, 13, 13, light) +
      moving(eyes(50, 44, 12, 6, dark)) +
      shape('M45 54H55L50 64z', bold) +
      line('M38 74Q42 79 46 74Q50 79 54 74Q58 79 62 74', light, 2.4) +
      line('M10 94H90', bold, 4),
  },
  {
    word: 'ghost',
    tags: ['halloween', 'boo', 'spooky', 'scared'],
    rating: 'pg',
    frame: 'tall',
    palette: 5,
    draw: ({ light, dark, soft }) =>
      oval(50, 94, 22, 4, soft) +
      moving(
        shape('M24 84V42A26 30 0 0 1 76 42V84q-6.5-9-13 0t-13 0t-13 0t-13 0z', light) +
          eyes(50, 42, 10, 5, dark) +
          oval(50, 58, 5, 7, dark),
      ),
  },
  {
    word: 'skull',
    tags: ['halloween', 'dead', 'spooky', 'i am dead'],
    rating: 'pg-13',
    frame: 'square',
    palette: 8,
    draw: ({ light, dark, soft }) =>
      shape('M34 68H66V86H34z', soft) +
      moving(
        shape('M50 14A32 30 0 0 1 72 66V76H28V66A32 30 0 0 1 50 14z', light) +
          eyes(50, 48, 13, 8.5, dark) +
          shape('M50 56L55 65H45z', dark) +
          line('M42 70V76M50 70V76M58 70V76', dark, 2.4),
      ),
  },
];
