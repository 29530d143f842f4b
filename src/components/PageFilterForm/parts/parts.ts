import { PageFilterFormActions } from './PageFilterFormActions.js';
import { PageFilterFormActiveFilters } from './PageFilterFormActiveFilters.js';
import { PageFilterFormGenres } from './PageFilterFormGenres.js';
import { PageFilterFormKeywords } from './PageFilterFormKeywords.js';
import { PageFilterFormMediaType } from './PageFilterFormMediaType.js';
import { PageFilterFormPageName } from './PageFilterFormPageName.js';
import { PageFilterFormRegions } from './PageFilterFormRegions.js';
import { PageFilterFormReleaseDate } from './PageFilterFormReleaseDate.js';
import { PageFilterFormRuntime } from './PageFilterFormRuntime.js';
import { PageFilterFormSummary } from './PageFilterFormSummary.js';
import { PageFilterFormWatchProviders } from './PageFilterFormWatchProviders.js';

/** The parts of the form in default order, by their property name on `PageFilterForm`. */
export const parts = {
  Summary: PageFilterFormSummary,
  ActiveFilters: PageFilterFormActiveFilters,
  MediaType: PageFilterFormMediaType,
  Genres: PageFilterFormGenres,
  Keywords: PageFilterFormKeywords,
  Runtime: PageFilterFormRuntime,
  ReleaseDate: PageFilterFormReleaseDate,
  Regions: PageFilterFormRegions,
  WatchProviders: PageFilterFormWatchProviders,
  PageName: PageFilterFormPageName,
  Actions: PageFilterFormActions,
} as const;
