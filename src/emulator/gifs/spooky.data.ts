import { eyes, line, moving, oval, shape, type GifPicture } from './gifPicture.js';

/** GIF pictures that stricter content filters hide. */
export const spooky: readonly GifPicture[] = [
  {
    word: 'ghost',
    tags: ['halloween', 'boo', 'spooky', 'scared'],
    description: 'A ghost floats',
    rating: 'pg',
    motion: 'bob',
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
    description: 'A skull chatters',
    rating: 'pg-13',
    motion: 'bob',
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
