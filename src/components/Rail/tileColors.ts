import type { RowItem } from '../../api/rows.js';
import { brandColorOf } from '../../filters/vocabulary/watchProviders.js';

/** Colors of tiles. White text has a contrast of at least 4.5 on each, and none is the gray of a placeholder. */
const COLORS = [
  '#a3282f',
  '#12698f',
  '#80590a',
  '#6534ab',
  '#1c6e35',
  '#aa2560',
  '#2350b8',
  '#7a3b1c',
  '#0b6e68',
  '#8c2b95',
  '#55680f',
  '#3d4580',
];

/**
 * Returns the color of each item's tile: the color of a watch provider's brand if it is known, otherwise a color that
 * follows from the title, so that a destination almost always looks the same. If one of the 11 tiles before it has that
 * color, the tile gets the next color that none of them has.
 */
export function tileColors(items: readonly RowItem[]): readonly string[] {
  const colors: string[] = [];
  for (const item of items) {
    const brand = item.type === 'provider' ? brandColorOf(item.id) : undefined;
    colors.push(brand ?? freeColor(hashOf(item.title), colors.slice(1 - COLORS.length)));
  }
  return colors;
}

/**
 * Returns the first color that is not taken, starting at the position that the hash gives. There always is one, because
 * fewer colors are taken than exist.
 */
function freeColor(hash: number, taken: readonly string[]): string {
  const inOrder = COLORS.map((_, index) => COLORS[(hash + index) % COLORS.length]!);
  return inOrder.find((color) => !taken.includes(color))!;
}

/** Returns the 32-bit FNV-1a hash of a text, with its bits mixed so that similar texts differ. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
