import type { RailProps } from '../Rail/Rail.js';

/** Number of rails that most screens show when a page opens, at most. */
const FIRST_SCREEN = 3;

/** Returns when a rail renders its items, by its position in the page. */
export const railLoading = (index: number): NonNullable<RailProps['loading']> =>
  index < FIRST_SCREEN ? 'eager' : 'lazy';
