import type { FilterSpec } from '../../src/filters/filterSpec.js';

/** A filter that uses every field, and has titles in the embedded catalogue. */
export const filledFilters: FilterSpec = {
  media_type: 'movie',
  genres: [35, 18],
  with_runtime_lte: 120,
  with_release_date_gte: '2010-01-01',
  with_release_date_lte: '2019-12-31',
  region: ['DE', 'AT'],
  with_watch_providers: ['8', '337'],
};
