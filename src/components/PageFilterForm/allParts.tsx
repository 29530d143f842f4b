'use client';

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

/** The parts of the form in their usual order. */
export const allParts = (
  <>
    <PageFilterFormSummary />
    <PageFilterFormActiveFilters />
    <PageFilterFormMediaType />
    <PageFilterFormGenres />
    <PageFilterFormKeywords />
    <PageFilterFormRuntime />
    <PageFilterFormReleaseDate />
    <PageFilterFormRegions />
    <PageFilterFormWatchProviders />
    <PageFilterFormPageName />
    <PageFilterFormActions />
  </>
);
