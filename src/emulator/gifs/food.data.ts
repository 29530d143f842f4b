import { box, disc, line, moving, oval, shape, type GifPicture } from './gifPicture.js';

/** GIF pictures of food and drinks. */
export const food: readonly GifPicture[] = [
  {
    word: 'popcorn',
    tags: ['snack', 'movie night', 'cinema', 'drama'],
    description: 'Popcorn jumps in its bucket',
    motion: 'bob',
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
    word: 'pizza',
    tags: ['food', 'hungry', 'dinner', 'yum'],
    description: 'A slice of pizza, melting',
    motion: 'sway',
    frame: 'square',
    palette: 1,
    draw: ({ bold, soft, light }) =>
      moving(
        shape('M16 28Q50 12 84 28L50 90z', soft) +
          line('M16 27Q50 11 84 27', light, 9) +
          disc(40, 42, 7, bold) +
          disc(61, 43, 7, bold) +
          disc(50, 64, 6, bold) +
          disc(51, 32, 2, light) +
          disc(46, 54, 2, light),
      ),
  },
  {
    word: 'coffee',
    tags: ['morning', 'tired', 'cup', 'monday'],
    description: 'Steam over a cup of coffee',
    motion: 'bob',
    frame: 'square',
    palette: 6,
    draw: ({ light, bold, dark }) =>
      moving(line('M36 34q-6-7 0-13t0-13M50 34q-6-7 0-13t0-13M64 34q-6-7 0-13t0-13', bold, 3)) +
      line('M72 52h6a10 10 0 0 1 0 20h-8', light, 6) +
      shape('M24 44H76V66A24 24 0 0 1 52 88H48A24 24 0 0 1 24 66z', light) +
      shape('M24 44H76V50H24z', dark),
  },
  {
    word: 'cake',
    tags: ['birthday', 'happy birthday', 'party', 'candle'],
    description: 'A birthday cake with a flickering candle',
    motion: 'pulse',
    frame: 'square',
    palette: 11,
    draw: ({ light, bold, soft, dark }) =>
      moving(shape('M50 10Q58 20 50 26Q42 20 50 10z', bold)) +
      box(47, 26, 6, 18, light) +
      box(22, 44, 56, 38, bold, 5) +
      shape('M22 52V49a5 5 0 0 1 5-5H73a5 5 0 0 1 5 5V52q-7 12-14 0t-14 0t-14 0t-14 0z', light) +
      box(12, 82, 76, 6, soft, 3) +
      [34, 50, 66].map((x) => disc(x, 71, 3, dark)).join(''),
  },
  {
    word: 'ice cream',
    tags: ['summer', 'sweet', 'dessert', 'yum'],
    description: 'An ice cream with two scoops',
    motion: 'sway',
    frame: 'tall',
    palette: 9,
    draw: ({ light, bold, soft, dark }) =>
      moving(
        disc(50, 30, 17, light) +
          disc(50, 46, 20, bold) +
          shape('M29 50H71L50 94z', soft) +
          line('M38 54L56 80M50 54L62 70M62 54L44 80M50 54L38 70', dark, 1.4) +
          disc(50, 11, 5, bold),
      ),
  },
  {
    word: 'burger',
    tags: ['food', 'hungry', 'lunch', 'yum'],
    description: 'A burger bounces',
    motion: 'bob',
    frame: 'wide',
    palette: 3,
    draw: ({ light, bold, soft, dark }) =>
      moving(
        shape('M20 46A30 26 0 0 1 80 46z', soft) +
          [
            [38, 32],
            [50, 27],
            [62, 32],
            [56, 38],
            [44, 38],
          ]
            .map(([x = 0, y = 0]) => oval(x, y, 2.2, 1.4, light))
            .join(''),
      ) +
      line('M20 54q7.5 7 15 0t15 0t15 0t15 0', light, 5) +
      box(18, 58, 64, 12, dark, 6) +
      shape('M20 74H80V76A10 10 0 0 1 70 86H30A10 10 0 0 1 20 76z', soft) +
      box(18, 70, 64, 4, bold),
  },
  {
    word: 'cheers',
    tags: ['beer', 'toast', 'friday', 'celebrate'],
    description: 'Two glasses meet',
    rating: 'pg',
    motion: 'sway',
    frame: 'wide',
    palette: 4,
    draw: ({ light, bold, soft }) =>
      moving(
        `<g transform="rotate(-12 30 60)">${line('M16 52h-6a8 8 0 0 0 0 22h6', soft, 5)}${box(16, 40, 30, 44, bold, 4)}${line('M18 41h26', light, 9)}</g>` +
          `<g transform="rotate(12 70 60)">${line('M84 52h6a8 8 0 0 1 0 22h-6', soft, 5)}${box(54, 40, 30, 44, bold, 4)}${line('M56 41h26', light, 9)}</g>`,
      ) + line('M50 26V14M40 28L35 18M60 28L65 18', light, 3),
  },
];
