import type { FiltersChange } from '../../filters/filtersChange.js';
import type { ActiveFilter } from '../../filters/activeFilters.js';

/** Own class names of `<EmptyPage>` by slot; each stands beside the stable `discovr-…` class of the same element. */
export interface EmptyPageClassNames {
  /** The `<section>`. */
  root?: string;
  /** The icon. */
  icon?: string;
  /** The heading. */
  title?: string;
  /** What stands under the heading, and what tells how the search goes. */
  text?: string;
  /** One active filter. */
  chip?: string;
  /** Each button that is no suggestion. */
  button?: string;
  /** Each button that leaves out a filter which stands in the way. */
  suggestion?: string;
}

/** What is told with the filters that are left. */
export interface EmptyPageChange extends FiltersChange {
  readonly reason: 'chip';
  /** What was taken out: a choice, those of one kind, or all. */
  readonly dropped: readonly ActiveFilter[];
  /** Id of the page of the filters that are left, where it is created already. */
  readonly pageId?: string;
}
