import type { RailProps } from '../../Rail/Rail.js';

/** Most screens show at most this many rails when a page opens. */
const FIRST_SCREEN = 3;

/** Returns the `loading` of a rail for its position in the page. */
export const railLoading = (index: number): NonNullable<RailProps['loading']> =>
  index < FIRST_SCREEN ? 'eager' : 'lazy';
