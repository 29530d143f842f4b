export { activeFilters, withoutFilter, type ActiveFilter, type FilterTextOptions } from './activeFilters.js';
export { areFiltersEqual, canonicalFilters, filtersKey } from './canonicalFilters.js';
export { isCalendarDate } from './values.js';
export {
  defaultLabels,
  defaultVocabulary,
  genreIds,
  labelsFrom,
  regionCodes,
  type OptionLists,
} from './vocabulary/defaultVocabulary.js';
export { describeFilter } from './describeFilter.js';
export type { FilterKind, RangeKind } from './filterFields.js';
export { filterJsonSchema } from './filterJsonSchema.js';
export { filterSpecSchema, type FilterSpec, type MediaType } from './filterSpec.js';
export { readFilterPresets, type FilterPreset } from './filterPresets.js';
export type { FiltersChange, FiltersChangeReason } from './filtersChange.js';
export {
  filtersFromSearchParams,
  filtersToSearchParams,
  readFilterParams,
  MAX_URL_VALUES,
  type FilterUrlOptions,
  type ReadFilterParams,
} from './filterSearchParams.js';
export {
  filtersFromFormValues,
  formValuesFromFilters,
  INCOMPLETE,
  payloadFromFormValues,
  type PageFilterFormValues,
  type PageFilterPayload,
} from './formValues.js';
export { pageFilterFormSchema } from './pageFilterFormSchema.js';
export {
  releaseDateShortcuts,
  runtimeShortcuts,
  type RangeShortcut,
  type ReleaseDateShortcut,
  type RuntimeShortcutId,
} from './rangeShortcuts.js';
export {
  searchOptions,
  type DefaultVocabularyOptions,
  type FilterVocabulary,
  type LabelOf,
  type Option,
  type OptionsResult,
  type VocabularyKind,
} from './vocabulary/vocabulary.js';
export { watchProviders, type WatchProvider } from './vocabulary/watchProviders.js';
