import type { FilterKind } from '../../filters/filterFields.js';
import { PageFilterFormActions } from './PageFilterFormActions.js';
import { PageFilterFormActiveFilters, PageFilterFormPageName, PageFilterFormSummary } from './PageFilterFormSummary.js';
import {
  PageFilterFormGenres,
  PageFilterFormKeywords,
  PageFilterFormMediaType,
  PageFilterFormRegions,
  PageFilterFormWatchProviders,
} from './PageFilterFormChoices.js';
import { PageFilterFormReleaseDate, PageFilterFormRuntime } from './PageFilterFormRanges.js';

/** The parts of the form in default order, by their property name on `PageFilterForm`. */
export const parts = {
  Summary: PageFilterFormSummary,
  ActiveFilters: PageFilterFormActiveFilters,
  MediaType: PageFilterFormMediaType,
  WatchProviders: PageFilterFormWatchProviders,
  Genres: PageFilterFormGenres,
  Runtime: PageFilterFormRuntime,
  ReleaseDate: PageFilterFormReleaseDate,
  Regions: PageFilterFormRegions,
  Keywords: PageFilterFormKeywords,
  PageName: PageFilterFormPageName,
  Actions: PageFilterFormActions,
} as const satisfies Readonly<
  Record<Capitalize<FilterKind> | 'Summary' | 'ActiveFilters' | 'PageName' | 'Actions', unknown>
>;
