import type { FiltersChange } from '../../filters/filtersChange.js';
import type { ActiveFilter } from '../../filters/activeFilters.js';

/** Class names by slot of `<EmptyPage>`. Each is added to the stable `discovr-…` class of its element. */
export interface EmptyPageClassNames {
  /** The `<section>`. */
  root?: string;
  /** The icon. */
  icon?: string;
  /** The heading. */
  title?: string;
  /** The texts under the heading and in the search. */
  text?: string;
  /** Each active filter. */
  chip?: string;
  /** Each button that is not a suggestion: those that try again, clear all filters and edit them. */
  button?: string;
  /** Each button that removes a suggested filter. */
  suggestion?: string;
}

/** Details passed with the remaining filters. */
export interface EmptyPageChange extends FiltersChange {
  readonly reason: 'chip';
  /** Removed active filters: one, those of one filter kind, or all. */
  readonly dropped: readonly ActiveFilter[];
  /** Id of the page of the remaining filters, when it has already been created. */
  readonly pageId?: string;
}
