/** Number of hues of monograms: one more than the tiles between a tile and its neighbor below, at six per row. */
const HUES = 8;

/**
 * Returns the hue of a monogram, 0 to 7, from the position of its tile. The eight tiles around a tile have other hues,
 * however many of them are in a row (one to six).
 */
export function tileHue(position: number): number {
  return position % HUES;
}
