import type { RowItem } from '../../api/schemas/row.js';
import { brandColorOf } from '../../filters/vocabulary/watchProviders.js';

/** Colors of tiles. White text has a contrast of at least 4.5 on each, and none is the gray of a placeholder. */
const COLORS = [
  '#8a2f3b',
  '#17628a',
  '#6f5a14',
  '#6d3f96',
  '#1f6b45',
  '#96345a',
  '#2f55a0',
  '#8c4a1f',
  '#0f6b66',
  '#7d3a86',
  '#4a6423',
  '#4d4aa3',
];

/**
 * Returns the color of each item's tile: the color of a watch provider's brand if it is known, otherwise a color that
 * follows from the title, so that a destination looks the same on each visit. Neighbors have different colors.
 */
export function tileColors(items: readonly RowItem[]): readonly string[] {
  const colors: string[] = [];
  for (const item of items) {
    const brand = item.type === 'provider' ? brandColorOf(item.id) : undefined;
    const index = hashOf(item.title) % COLORS.length;
    const own = COLORS[index]!;
    colors.push(brand ?? (own === colors.at(-1) ? COLORS[(index + 1) % COLORS.length]! : own));
  }
  return colors;
}

/** Returns the 32-bit FNV-1a hash of a text, with its bits mixed so that similar texts differ. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
