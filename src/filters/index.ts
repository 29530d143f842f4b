export { activeFilters, withoutFilter, type ActiveFilter } from './activeFilters.js';
export { areFiltersEqual, canonicalFilters, filtersKey } from './canonicalFilters.js';
export { isCalendarDate } from './calendarDate.js';
export { defaultLabels, defaultVocabulary, type DefaultVocabularyOptions } from './defaultVocabulary.js';
export { describeFilter } from './describeFilter.js';
export { filterSpecSchema, type FilterSpec, type MediaType } from './filterSpec.js';
export { readFilterPresets, type FilterPreset } from './filterPresets.js';
export type { FiltersChangeReason } from './filtersChange.js';
export {
  filtersFromSearchParams,
  filtersToSearchParams,
  readFilterParams,
  type FilterUrlOptions,
  type ReadFilterParams,
} from './filterUrl.js';
export { MAX_URL_VALUES } from './filterUrlText.js';
export {
  filtersFromFormValues,
  formValuesFromFilters,
  INCOMPLETE,
  pageFilterFormSchema,
  payloadFromFormValues,
  type PageFilterFormValues,
  type PageFilterPayload,
} from './formValues.js';
export { genreIds } from './genres.js';
export { labelsFrom, type OptionLists } from './labels.js';
export {
  releaseDatePresets,
  runtimePresets,
  type RangePreset,
  type ReleaseDatePreset,
  type RuntimePresetId,
} from './presets.js';
export { regionCodes } from './regions.js';
export { searchOptions } from './searchOptions.js';
export type { FilterVocabulary, LabelOf, Option, OptionsResult, VocabularyKind } from './vocabulary.js';
export { watchProviders, type WatchProvider } from './watchProviders.js';
export type { FilterWordingOptions } from './wording.js';
