import { expect, test } from 'vitest';
import { tileHue } from './ProfileAvatar.js';

/**
 * Positions of the tiles beside and below a tile, in a list of 60 tiles. The tiles above need no check, because each
 * pair is checked from its upper tile.
 */
function neighborsOf(position: number, columns: number): number[] {
  const column = position % columns;
  const beside = [-1, 0, 1].filter((aside) => column + aside >= 0 && column + aside < columns);
  const below = beside.map((aside) => position + columns + aside);
  return [...(beside.includes(1) ? [position + 1] : []), ...below].filter((neighbor) => neighbor < 60);
}

test.each([1, 2, 3, 4, 5, 6])(
  'tileHue differs between neighbors, whatever their names, with %i in a row',
  (columns) => {
    const positions = Array.from({ length: 60 }, (_, position) => position);
    const alike = positions.flatMap((position) =>
      neighborsOf(position, columns)
        .filter((neighbor) => tileHue(neighbor) === tileHue(position))
        .map((neighbor) => [position, neighbor]),
    );
    expect(alike).toEqual([]);
  },
);
