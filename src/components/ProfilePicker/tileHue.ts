/**
 * Number of hues of initials. It is larger than 7, the distance from a tile to the tile diagonally below it in rows of
 * six.
 */
const HUES = 8;

/**
 * Returns the hue of a monogram, 0 to 7, from the position of its tile. The eight tiles around a tile have other hues,
 * however many tiles are in a row (one to six).
 */
export function tileHue(position: number): number {
  return position % HUES;
}
