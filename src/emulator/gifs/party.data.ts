import { box, disc, line, moving, oval, shape, turned, type GifPicture } from './gifPicture.js';

/** GIF pictures of parties. */
export const party: readonly GifPicture[] = [
  {
    word: 'dance',
    tags: ['party', 'dancing', 'happy dance', 'friday'],
    description: 'A dancer sways',
    motion: 'sway',
    frame: 'tall',
    palette: 5,
    draw: ({ bold, soft, light }) =>
      oval(50, 93, 30, 4, soft) +
      moving(
        disc(52, 18, 10, light) +
          line('M52 34L48 60', bold, 14) +
          line('M50 38L28 30L24 14M54 38L74 46L84 34', light, 6) +
          line('M47 62L34 76L38 91M50 62L64 74L60 91', light, 7),
      ),
  },
  {
    word: 'disco',
    tags: ['party', 'dance', 'music', 'night'],
    description: 'A mirror ball turns',
    motion: 'sway',
    frame: 'square',
    palette: 5,
    draw: ({ bold, soft, light, dark }) =>
      line('M50 0V24', light, 2) +
      moving(
        disc(50, 52, 28, soft) +
          shape(
            'M36 28h28v12H36zM23 44h10v14H23zM44 44h12v14H44zM67 44h10v14H67zM36 62h8v12h-8zM58 62h8v10h-8z',
            light,
          ) +
          line(
            'M22 52Q50 64 78 52M27 38Q50 46 73 38M28 69Q50 78 72 69M50 24V80M50 24Q28 52 50 80M50 24Q72 52 50 80',
            dark,
            1.6,
          ),
      ) +
      [
        [10, 24],
        [90, 30],
        [14, 84],
        [88, 78],
      ]
        .map(([x = 0, y = 0]) => shape(`M${x} ${y - 8}l2 6l6 2l-6 2l-2 6l-2-6l-6-2l6-2z`, bold))
        .join(''),
  },
  {
    word: 'music',
    tags: ['song', 'sing', 'note', 'tune'],
    description: 'Two notes bounce',
    motion: 'bob',
    frame: 'square',
    palette: 1,
    draw: ({ bold, light }) =>
      moving(
        oval(30, 74, 12, 9, bold) + oval(70, 66, 12, 9, bold) + shape('M36 24L82 16V66H76V30L42 36V74H36z', light),
      ),
  },
  {
    word: 'confetti',
    tags: ['party', 'congratulations', 'celebrate', 'hooray'],
    description: 'Confetti flies from a popper',
    motion: 'pulse',
    frame: 'wide',
    palette: 0,
    draw: ({ bold, soft, light, dark }) =>
      shape('M8 92L26 46L54 74z', soft) +
      shape('M13 79L32 52L40 60L19 88z', dark) +
      moving(
        line('M40 52Q46 36 36 22M52 60Q66 52 80 60', light, 4) +
          disc(60, 34, 5, bold) +
          disc(82, 40, 4, light) +
          disc(50, 14, 4, soft) +
          disc(92, 20, 5, bold) +
          box(68, 12, 8, 8, light) +
          box(74, 76, 7, 7, bold) +
          box(98, 54, 8, 8, soft),
      ),
  },
  {
    word: 'fireworks',
    tags: ['new year', 'celebrate', 'hooray', 'night'],
    description: 'Fireworks burst',
    motion: 'pulse',
    frame: 'tall',
    palette: 0,
    draw: ({ bold, soft, light }) =>
      line('M50 96Q52 76 50 62', soft, 2) +
      moving(
        turned(
          [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330],
          50,
          42,
          line('M50 30V10', bold, 3.4) + disc(50, 4, 2.4, light),
        ) + turned([15, 75, 135, 195, 255, 315], 50, 42, line('M50 34V24', light, 3)),
      ),
  },
  {
    word: 'gift',
    tags: ['present', 'birthday', 'christmas', 'surprise'],
    description: 'A present shakes',
    motion: 'sway',
    frame: 'square',
    palette: 8,
    draw: ({ bold, light, soft }) =>
      moving(
        line('M50 34Q34 12 28 24Q26 34 50 34Q66 12 72 24Q74 34 50 34', light, 5) +
          box(20, 46, 60, 42, bold, 3) +
          box(15, 34, 70, 14, light, 3) +
          box(44, 34, 12, 54, soft),
      ),
  },
];
