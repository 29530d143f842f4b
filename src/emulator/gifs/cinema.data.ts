import { box, disc, line, moving, shape, turned, type GifPicture } from './gifPicture.js';

/** GIF pictures about films and awards. */
export const cinema: readonly GifPicture[] = [
  {
    word: 'film',
    tags: ['movie', 'cinema', 'action', 'clapperboard', 'take one'],
    description: 'A clapperboard claps',
    motion: 'sway',
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
    word: 'camera',
    tags: ['movie', 'recording', 'action', 'director'],
    description: 'A film camera runs',
    motion: 'spin',
    frame: 'square',
    palette: 10,
    draw: ({ bold, soft, light, dark }) =>
      disc(34, 28, 18, light) +
      moving(turned([0, 120, 240], 34, 28, disc(34, 19, 4, dark)), 34, 28) +
      disc(66, 32, 13, soft) +
      box(18, 44, 56, 34, dark, 5) +
      shape('M74 56L92 46V76L74 66z', bold) +
      disc(30, 54, 3.5, bold) +
      line('M42 78L32 94M52 78L62 94', light, 4),
  },
  {
    word: 'tv',
    tags: ['series', 'binge', 'watch', 'sofa', 'evening'],
    description: 'A television flickers',
    motion: 'blink',
    frame: 'wide',
    palette: 6,
    draw: ({ bold, soft, light, dark }) =>
      line('M50 28L34 8M50 28L68 10', light, 3) +
      box(10, 26, 80, 56, dark, 8) +
      box(17, 33, 50, 42, soft, 5) +
      moving(line('M24 44H50M24 54H60M24 64H42', bold, 4)) +
      disc(79, 42, 4, light) +
      disc(79, 56, 4, light) +
      line('M30 84L26 92M70 84L74 92', dark, 4),
  },
  {
    word: 'ticket',
    tags: ['cinema', 'movie night', 'show', 'date night'],
    description: 'A cinema ticket',
    motion: 'sway',
    frame: 'wide',
    palette: 1,
    draw: ({ bold, soft, light, field }) =>
      moving(
        `<g transform="rotate(-10 50 50)">${box(4, 28, 92, 46, soft, 5)}${disc(4, 51, 8, field)}${disc(96, 51, 8, field)}` +
          line('M70 34V38M70 44V48M70 54V58M70 64V68', field, 2.4) +
          `${shape('M40 34L44 45L56 46L47 54L50 66L40 59L30 66L33 54L24 46L36 45z', bold)}${line('M79 44v14', light, 4)}</g>`,
      ),
  },
  {
    word: '3d glasses',
    tags: ['cinema', 'movie night', 'cool', 'wow'],
    description: 'Paper glasses for a film in 3D',
    motion: 'bob',
    frame: 'wide',
    palette: 7,
    draw: ({ bold, soft, light }) =>
      moving(
        shape('M-4 32H104L98 70H60L54 58H46L40 70H2z', light) +
          shape('M10 40H44L36 62H12z', bold) +
          shape('M90 40H56L64 62H88z', soft),
      ),
  },
  {
    word: 'trophy',
    tags: ['winner', 'award', 'congratulations', 'oscar', 'champion'],
    description: 'A trophy gleams',
    motion: 'pulse',
    frame: 'tall',
    palette: 2,
    draw: ({ bold, soft, light, dark }) =>
      line('M30 24H16Q16 46 34 48M70 24H84Q84 46 66 48', soft, 6) +
      shape('M28 14H72V36A22 26 0 0 1 28 36z', bold) +
      shape('M44 58H56L58 78H42z', soft) +
      box(30, 78, 40, 12, dark, 3) +
      moving(shape('M50 20L54 30L64 31L57 38L59 48L50 43L41 48L43 38L36 31L46 30z', light)),
  },
];
