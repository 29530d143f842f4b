import { box, disc, line, moving, oval, shape, type GifPicture } from './gifPicture.js';

/** GIF pictures of travel and space. */
export const travel: readonly GifPicture[] = [
  {
    word: 'rocket',
    tags: ['space', 'launch', "let's go", 'fast', 'ship it'],
    description: 'A rocket takes off',
    motion: 'bob',
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
    word: 'planet',
    tags: ['space', 'saturn', 'world', 'science'],
    description: 'A planet with a ring',
    motion: 'sway',
    frame: 'wide',
    palette: 5,
    draw: ({ bold, soft, light }) =>
      disc(0, 20, 2, light) +
      disc(96, 82, 2.5, light) +
      disc(104, 30, 2, light) +
      moving(
        line('M20 62C-6 74 8 82 50 64C92 46 106 26 78 36', light, 5) +
          disc(50, 50, 27, bold) +
          shape('M26 38Q50 44 75 40A27 27 0 0 1 77 48Q50 54 23 48z', soft) +
          line('M8 74C16 78 34 71 50 64C74 53 91 41 92 34', light, 5),
      ),
  },
  {
    word: 'ufo',
    tags: ['space', 'alien', 'abduction', 'weird'],
    description: 'A flying saucer hovers',
    motion: 'bob',
    frame: 'square',
    palette: 2,
    draw: ({ bold, soft, light, dark }) =>
      `<g opacity=".45">${shape('M38 52H62L84 96H16z', bold)}</g>` +
      moving(
        shape('M32 42A18 20 0 0 1 68 42z', light) +
          oval(50, 46, 38, 12, soft) +
          [24, 50, 76].map((x) => disc(x, x === 50 ? 51 : 47, 4, bold)).join('') +
          disc(50, 33, 6, dark),
      ),
  },
  {
    word: 'car',
    tags: ['road trip', 'drive', 'vroom', 'holiday'],
    description: 'A small car drives by',
    motion: 'bob',
    frame: 'wide',
    palette: 3,
    draw: ({ bold, soft, light, dark }) =>
      line('M-20 84H120', soft, 3) +
      moving(
        shape('M10 56Q12 50 22 50L34 32H66L80 50Q92 52 92 60V74H10z', bold) +
          shape('M38 37H48V50H29zM53 37H63L72 50H53z', light) +
          disc(88, 60, 3, light),
      ) +
      [30, 72].map((x) => disc(x, 75, 10, dark) + disc(x, 75, 4.5, light)).join(''),
  },
  {
    word: 'balloon',
    tags: ['hot air balloon', 'sky', 'float', 'relax'],
    description: 'A hot-air balloon drifts',
    motion: 'bob',
    frame: 'tall',
    palette: 10,
    draw: ({ bold, soft, light, dark }) =>
      oval(14, 30, 16, 5, soft) +
      oval(90, 58, 18, 5, soft) +
      moving(
        shape('M50 8C24 8 16 34 28 50L42 70H58L72 50C84 34 76 8 50 8z', bold) +
          shape('M50 8C38 16 36 46 46 70H54C64 46 62 16 50 8z', light) +
          line('M42 70L44 80M58 70L56 80', light, 1.6) +
          box(42, 80, 16, 12, dark, 3),
      ),
  },
  {
    word: 'boat',
    tags: ['sea', 'sail', 'captain', 'holiday'],
    description: 'A sailing boat rocks',
    motion: 'sway',
    frame: 'square',
    palette: 7,
    draw: ({ bold, soft, light, dark }) =>
      moving(
        shape('M48 12V60H18z', light) +
          shape('M53 22V60H80z', bold) +
          line('M50 10V70', dark, 3) +
          shape('M14 66H86L74 84H26z', dark),
      ) + shape('M-25 82q12.5-10 25 0t25 0t25 0t25 0t25 0t25 0V120H-25z', soft),
  },
];
