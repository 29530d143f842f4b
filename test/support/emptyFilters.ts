import type { FilterSpec } from '../../src/filters/filterSpec.js';

/** Matches no title of the embedded catalog, but titles match when the runtime filter is removed. */
export const oneHelps: FilterSpec = { genres: [37], media_type: 'tv', with_runtime_gte: 300 };

/** Matches no title, but titles match when the type or the genres are removed. Removing other filters does not help. */
export const severalHelp: FilterSpec = {
  genres: [10763, 10767],
  media_type: 'movie',
  with_runtime_lte: 120,
  region: ['DE'],
  with_watch_providers: ['8'],
};

/** Matches no title, even when any one of its three filter kinds is removed. */
export const noneHelps: FilterSpec = {
  genres: [99],
  with_runtime_lte: 20,
  with_release_date_gte: '1920-01-01',
  with_release_date_lte: '1929-12-31',
};
