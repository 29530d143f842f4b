import { box, disc, line, moving, oval, shape, turned, type GifPicture } from './gifPicture.js';

const EIGHT_WAYS = [0, 45, 90, 135, 180, 225, 270, 315];
const cloud = (fill: string) => shape('M24 52A14 14 0 0 1 30 25A20 20 0 0 1 68 24A15 15 0 0 1 76 52z', fill);

/** GIF pictures of sky and weather. */
export const weather: readonly GifPicture[] = [
  {
    word: 'rain',
    tags: ['weather', 'sad', 'cloud', 'wet'],
    description: 'Rain falls from a cloud',
    motion: 'fall',
    frame: 'square',
    palette: 10,
    draw: ({ soft, light }) =>
      moving(line('M32 60l-5 12M50 60l-5 12M68 60l-5 12M40 78l-5 12M58 78l-5 12', light, 4)) + cloud(soft),
  },
  {
    word: 'sun',
    tags: ['weather', 'summer', 'good morning', 'sunny', 'bright'],
    description: 'The sun turns its rays',
    motion: 'spin',
    frame: 'square',
    palette: 0,
    draw: ({ bold, light }) =>
      moving(turned(EIGHT_WAYS, 50, 50, line('M50 17V8', bold, 6))) + disc(50, 50, 24, bold) + disc(50, 50, 16, light),
  },
  {
    word: 'moon',
    tags: ['night', 'good night', 'sleep', 'dream'],
    description: 'A crescent moon among stars',
    motion: 'sway',
    frame: 'tall',
    palette: 5,
    draw: ({ field, bold, light }) =>
      moving(disc(48, 52, 32, bold) + disc(62, 44, 27, field)) +
      disc(72, 30, 3, light) +
      disc(84, 50, 2, light) +
      disc(20, 14, 2.5, light) +
      disc(66, 54, 2, light),
  },
  {
    word: 'star',
    tags: ['wow', 'shine', 'favourite', 'bravo'],
    description: 'A star twinkles',
    motion: 'pulse',
    frame: 'square',
    palette: 8,
    draw: ({ bold, light, soft }) =>
      disc(50, 50, 42, soft) +
      moving(
        shape('M50 16L60 39L85 41L66 58L72 83L50 69L28 83L34 58L15 41L40 39z', bold) +
          shape('M50 34L55 46L68 47L58 56L61 69L50 62z', light),
      ),
  },
  {
    word: 'snow',
    tags: ['weather', 'winter', 'cold', 'snowflake', 'christmas'],
    description: 'A snowflake turns',
    motion: 'spin',
    frame: 'square',
    palette: 4,
    draw: ({ soft, light }) =>
      moving(turned([0, 60, 120, 180, 240, 300], 50, 50, line('M50 50V14M50 28l-9-8M50 28l9-8', light, 4))) +
      disc(12, 20, 3, soft) +
      disc(88, 30, 4, soft) +
      disc(14, 78, 4, soft) +
      disc(84, 84, 3, soft),
  },
  {
    word: 'rainbow',
    tags: ['weather', 'hope', 'pride', 'colours'],
    description: 'A rainbow between two clouds',
    motion: 'bob',
    frame: 'wide',
    palette: 7,
    draw: ({ bold, soft, light }) =>
      line('M10 72a40 40 0 0 1 80 0', bold, 10.5) +
      line('M20 72a30 30 0 0 1 60 0', light, 10.5) +
      line('M30 72a20 20 0 0 1 40 0', soft, 10.5) +
      moving(oval(14, 76, 19, 10, light) + oval(86, 76, 19, 10, light)),
  },
  {
    word: 'storm',
    tags: ['weather', 'lightning', 'thunder', 'angry'],
    description: 'Lightning strikes',
    motion: 'blink',
    frame: 'tall',
    palette: 5,
    draw: ({ bold, soft, light }) =>
      moving(shape('M52 46L34 74H48L42 96L68 64H54L62 46z', bold)) + cloud(soft) + box(24, 48, 52, 4, light, 2),
  },
  {
    word: 'wave',
    tags: ['sea', 'ocean', 'surf', 'beach', 'holiday'],
    description: 'Waves roll in',
    motion: 'sway',
    frame: 'wide',
    palette: 7,
    draw: ({ bold, soft, light, dark }) =>
      disc(74, 28, 13, bold) +
      moving(shape('M-40 58q15-16 30 0t30 0t30 0t30 0t30 0t30 0V120H-40z', light)) +
      shape('M-40 72q15-14 30 0t30 0t30 0t30 0t30 0t30 0V120H-40z', soft) +
      shape('M-40 86q15-12 30 0t30 0t30 0t30 0t30 0t30 0V120H-40z', dark),
  },
];
