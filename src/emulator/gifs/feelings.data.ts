import type { DrawingColors } from '../drawing/svg.js';
import { box, disc, eyes, line, moving, oval, shape, type GifPicture } from './gifPicture.js';

type Face = Pick<GifPicture, 'word' | 'tags' | 'description' | 'palette' | 'motion'>;

/** Draws a round face with the given features. */
function face(about: Face, features: (colors: DrawingColors) => string): GifPicture {
  return { ...about, frame: 'square', draw: (colors) => moving(disc(50, 50, 36, colors.bold) + features(colors)) };
}

/** GIF pictures of feelings. */
export const feelings: readonly GifPicture[] = [
  face(
    { word: 'happy', tags: ['smile', 'yay', 'joy'], description: 'A happy face', palette: 0 },
    ({ dark }) => eyes(50, 43, 13, 4.5, dark) + line('M32 58Q50 78 68 58', dark, 4.5),
  ),
  face(
    { word: 'sad', tags: ['cry', 'tears', 'sorry'], description: 'A sad face with a tear', palette: 4, motion: 'sway' },
    ({ dark, light }) =>
      eyes(50, 44, 13, 4.5, dark) + line('M36 70Q50 56 64 70', dark, 4.5) + shape('M64 52q7 10 0 14q-7-4 0-14z', light),
  ),
  face(
    { word: 'laugh', tags: ['lol', 'haha', 'funny'], description: 'A face laughs out loud', palette: 2 },
    ({ dark, light }) =>
      line('M30 46l8-6l8 6M54 46l8-6l8 6', dark, 4) +
      shape('M30 54H70A20 20 0 0 1 30 54z', dark) +
      shape('M34 54H66V59H34z', light),
  ),
  face(
    {
      word: 'wow',
      tags: ['surprised', 'shocked', 'omg'],
      description: 'A face is amazed',
      palette: 7,
      motion: 'pulse',
    },
    ({ dark, light }) => eyes(50, 42, 13, 7, light) + eyes(50, 42, 13, 3.5, dark) + oval(50, 68, 8, 10, dark),
  ),
  face(
    {
      word: 'cool',
      tags: ['sunglasses', 'deal with it', 'nice'],
      description: 'A face in sunglasses',
      palette: 5,
      motion: 'sway',
    },
    ({ dark, light }) =>
      box(22, 36, 25, 16, dark, 6) +
      box(53, 36, 25, 16, dark, 6) +
      box(20, 36, 60, 5, dark, 2) +
      line('M28 42l6 6M59 42l6 6', light, 2.4) +
      line('M38 66Q52 74 64 62', dark, 4),
  ),
  face(
    { word: 'sleepy', tags: ['tired', 'zzz', 'good night', 'bored'], description: 'A face falls asleep', palette: 4 },
    ({ dark, light }) =>
      line('M30 46q7 6 14 0M56 46q7 6 14 0', dark, 4) +
      oval(50, 66, 6, 5, dark) +
      line('M70 20h10l-10 10h10M84 6h7l-7 7h7', light, 3),
  ),
  {
    word: 'heart',
    tags: ['love', 'like', 'kiss', 'thank you'],
    description: 'A heart beats',
    motion: 'pulse',
    frame: 'square',
    palette: 11,
    draw: ({ bold, light }) =>
      moving(
        shape('M50 84C14 58 12 40 18 30C26 16 44 18 50 34C56 18 74 16 82 30C88 40 86 58 50 84z', bold) +
          line('M26 40Q28 30 36 30', light, 4.5),
      ),
  },
  {
    word: 'thumbs up',
    tags: ['yes', 'ok', 'good job', 'like', 'agree'],
    description: 'A thumb goes up',
    motion: 'sway',
    frame: 'square',
    palette: 9,
    draw: ({ bold, light, soft }) =>
      moving(
        shape('M38 46L50 14Q62 14 60 28L57 42H78Q86 42 85 50L80 76Q78 82 72 82H38z', light) +
          box(16, 44, 18, 42, bold, 4) +
          line('M66 54H82M64 68H79', soft, 2.4),
      ),
  },
];
