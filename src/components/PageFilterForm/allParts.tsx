'use client';

import { PageFilterFormActions } from './parts/PageFilterFormActions.js';
import { PageFilterFormActiveFilters } from './parts/PageFilterFormActiveFilters.js';
import { PageFilterFormGenres } from './parts/PageFilterFormGenres.js';
import { PageFilterFormKeywords } from './parts/PageFilterFormKeywords.js';
import { PageFilterFormMediaType } from './parts/PageFilterFormMediaType.js';
import { PageFilterFormPageName } from './parts/PageFilterFormPageName.js';
import { PageFilterFormRegions } from './parts/PageFilterFormRegions.js';
import { PageFilterFormReleaseDate } from './parts/PageFilterFormReleaseDate.js';
import { PageFilterFormRuntime } from './parts/PageFilterFormRuntime.js';
import { PageFilterFormSummary } from './parts/PageFilterFormSummary.js';
import { PageFilterFormWatchProviders } from './parts/PageFilterFormWatchProviders.js';

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

/** Elements of all parts, in default order. */
export const allParts = Object.entries(parts).map(([name, Part]) => <Part key={name} />);
