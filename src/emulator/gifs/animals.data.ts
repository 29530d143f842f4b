import { box, disc, eyes, line, moving, oval, shape, type GifPicture } from './gifPicture.js';

/** GIF pictures of animals. */
export const animals: readonly GifPicture[] = [
  {
    word: 'cat',
    tags: ['kitten', 'animal', 'cute', 'meow'],
    description: 'A cat tilts its head',
    motion: 'sway',
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
    word: 'dog',
    tags: ['puppy', 'animal', 'cute', 'good boy'],
    description: 'A dog with its tongue out',
    motion: 'bob',
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
    word: 'bird',
    tags: ['animal', 'chirp', 'morning', 'tweet'],
    description: 'A round bird hops on its branch',
    motion: 'bob',
    frame: 'wide',
    palette: 7,
    draw: ({ bold, soft, light, dark }) =>
      line('M-20 82H120', soft, 4) +
      moving(
        shape('M20 52L4 42L6 62z', soft) +
          disc(46, 54, 25, bold) +
          disc(58, 40, 17, bold) +
          shape('M74 36L90 42L74 47z', light) +
          disc(62, 37, 4, dark) +
          shape('M28 50Q44 46 52 60Q40 72 28 62z', light),
      ),
  },
  {
    word: 'fish',
    tags: ['animal', 'sea', 'swim', 'bubbles'],
    description: 'A striped fish swims on the spot',
    motion: 'sway',
    frame: 'wide',
    palette: 0,
    draw: ({ bold, soft, light, dark }) =>
      moving(
        shape('M68 50L92 30Q86 50 92 70z', soft) +
          oval(44, 50, 32, 22, bold) +
          shape('M42 28.5Q52 50 42 71.5L52 70.5Q62 50 52 29.5z', light) +
          disc(26, 45, 5, light) +
          disc(25, 45, 2.5, dark),
      ) +
      disc(2, 38, 3, soft) +
      disc(-6, 26, 4.5, soft) +
      disc(3, 14, 2.5, soft),
  },
  {
    word: 'owl',
    tags: ['animal', 'night', 'wise', 'hoot', 'who'],
    description: 'An owl blinks at night',
    motion: 'blink',
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
    word: 'bee',
    tags: ['animal', 'buzz', 'busy', 'honey'],
    description: 'A bee buzzes about',
    motion: 'bob',
    frame: 'square',
    palette: 2,
    draw: ({ bold, soft, light, dark }) =>
      moving(
        `<g opacity=".9">${oval(44, 32, 11, 17, light)}${oval(62, 34, 10, 15, soft)}</g>` +
          oval(50, 58, 31, 20, bold) +
          shape('M40 39.2Q36 58 40 76.8L48 78Q44 58 48 38zM58 38.6Q54 58 58 77.4L66 75Q62 58 66 41z', dark) +
          disc(28, 54, 3.5, dark) +
          line('M26 42Q20 32 14 32', dark, 2.4),
      ),
  },
  {
    word: 'penguin',
    tags: ['animal', 'waddle', 'ice', 'cute'],
    description: 'A penguin waddles',
    motion: 'sway',
    frame: 'tall',
    palette: 10,
    draw: ({ bold, soft, light, dark }) =>
      oval(50, 92, 34, 5, soft) +
      moving(
        shape('M20 56Q26 40 32 40V74zM80 56Q74 40 68 40V74z', dark) +
          box(28, 12, 44, 78, dark, 22) +
          shape('M50 30C40 22 34 32 36 42C32 60 36 84 50 84C64 84 68 60 64 42C66 32 60 22 50 30z', light) +
          eyes(50, 36, 7, 3, dark) +
          shape('M43 43H57L50 51z', bold) +
          shape('M34 92a8 6 0 0 1 14 0zM52 92a8 6 0 0 1 14 0z', bold),
      ),
  },
];
