import { catalogTitles } from '../../src/emulator/catalog/catalog.js';
import { titleFilter } from '../../src/emulator/pages/titleFilter.js';
import { createTitleIndex, type TitleIndex } from '../../src/emulator/titles/titleIndex.js';
import { PageFilterFormParts, usePageFilterFormContext, type FilterSpec } from '../../src/index.js';

/** The parts of the form, with the number of titles on the main button. */
export function CountedParts() {
  return <PageFilterFormParts titleCount={countTitles(usePageFilterFormContext().draftFilters)} />;
}

let index: TitleIndex | undefined;

/** Returns the number of titles in the catalog of the emulator. A real app would ask its server. */
function countTitles(filters: FilterSpec): number {
  index ??= createTitleIndex(catalogTitles());
  const isMatch = titleFilter(index, filters);
  return index.titles.filter((_, position) => isMatch(position)).length;
}
