export { activeFilters, withoutFilter, type ActiveFilter } from './activeFilters.js';
export { areFiltersEqual, canonicalFilters, filtersKey } from './canonicalFilters.js';
export { isCalendarDate } from './calendarDate.js';
export { defaultLabels, defaultVocabulary, type DefaultVocabularyOptions } from './vocabulary/defaultVocabulary.js';
export { describeFilter } from './describeFilter.js';
export type { FilterKind, RangeKind } from './filterFields.js';
export { filterSpecSchema, type FilterSpec, type MediaType } from './filterSpec.js';
export { readFilterPresets, type FilterPreset } from './filterPresets.js';
export type { FiltersChange, FiltersChangeReason } from './filtersChange.js';
export {
  filtersFromSearchParams,
  filtersToSearchParams,
  readFilterParams,
  type FilterUrlOptions,
  type ReadFilterParams,
} from './filterSearchParams.js';
export { MAX_URL_VALUES } from './filterParamText.js';
export {
  filtersFromFormValues,
  formValuesFromFilters,
  INCOMPLETE,
  payloadFromFormValues,
  type PageFilterFormValues,
  type PageFilterPayload,
} from './formValues.js';
export { pageFilterFormSchema } from './pageFilterFormSchema.js';
export { genreIds } from './vocabulary/genres.js';
export { labelsFrom, type OptionLists } from './vocabulary/labels.js';
export {
  releaseDateShortcuts,
  runtimeShortcuts,
  type RangeShortcut,
  type ReleaseDateShortcut,
  type RuntimeShortcutId,
} from './rangeShortcuts.js';
export { regionCodes } from './vocabulary/regions.js';
export { searchOptions } from './vocabulary/searchOptions.js';
export type { FilterVocabulary, LabelOf, Option, OptionsResult, VocabularyKind } from './vocabulary/vocabulary.js';
export { watchProviders, type WatchProvider } from './vocabulary/watchProviders.js';
export type { FilterTextOptions } from './filterTextOptions.js';
