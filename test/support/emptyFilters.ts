import type { FilterSpec } from '../../src/filters/filterSpec.js';

/** Nothing of the embedded catalogue matches; without the runtime there are titles. */
export const oneHelps: FilterSpec = { genres: [37], media_type: 'tv', with_runtime_gte: 300 };

/** The same for the type and for the genres; not for the other three. */
export const severalHelp: FilterSpec = {
  genres: [10763, 10767],
  media_type: 'movie',
  with_runtime_lte: 120,
  region: ['DE'],
  with_watch_providers: ['8'],
};

/** Whichever of the three is left out, nothing matches. */
export const noneHelps: FilterSpec = {
  genres: [99],
  with_runtime_lte: 20,
  with_release_date_gte: '1920-01-01',
  with_release_date_lte: '1929-12-31',
};
