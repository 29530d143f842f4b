import type { FilterSpec } from '../../src/filters/filterSpec.js';

/** Filters of many kinds that match titles in the catalog of the emulator. */
export const filledFilters: FilterSpec = {
  media_type: 'movie',
  genres: [35, 18],
  with_runtime_lte: 120,
  with_release_date_gte: '2010-01-01',
  with_release_date_lte: '2019-12-31',
  region: ['DE', 'AT'],
  with_watch_providers: ['8', '337'],
};
