/** Numbers of columns for a grid of avatars. */
export interface AvatarColumns {
  /** In a wide form. */
  readonly wide: number;
  /** In a narrow form, such as on a phone. */
  readonly narrow: number;
}

/** Returns the numbers of columns that fill the last row best, so that no avatar is alone in it. */
export function avatarColumns(count: number): AvatarColumns {
  return { wide: fullest(count, [7, 6, 8], 5), narrow: fullest(count, [4, 5], 3) };
}

/** Returns the choice with the fullest last row, or `spare` when that row has only one avatar. */
function fullest(count: number, choices: readonly number[], spare: number): number {
  const inLastRow = (columns: number) => count % columns || columns;
  const best = choices.reduce((a, b) => (inLastRow(b) / b > inLastRow(a) / a ? b : a));
  return count > best && inLastRow(best) === 1 ? spare : best;
}
