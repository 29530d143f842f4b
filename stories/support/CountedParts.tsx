import { catalogTitles } from '../../src/emulator/catalog/catalog.js';
import { titleFilter } from '../../src/emulator/pages/titleFilter.js';
import { createTitleIndex, type TitleIndex } from '../../src/emulator/titles/titleIndex.js';
import { PageFilterFormParts, usePageFilterFormContext } from '../../src/index.js';

let index: TitleIndex | undefined;

/** The parts of the form, with the number of titles on the main button. A real app would ask its server for this number. */
export function CountedParts() {
  const { draftFilters } = usePageFilterFormContext();
  index ??= createTitleIndex(catalogTitles());
  const isMatch = titleFilter(index, draftFilters);
  return <PageFilterFormParts titleCount={index.titles.filter((_, position) => isMatch(position)).length} />;
}
