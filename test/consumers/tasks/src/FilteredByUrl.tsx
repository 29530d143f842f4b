import { ActiveFilters, DiscovrPage, PageFilterDialog, useFilteredPage, usePageFilterUrl } from 'discovr-react';

export function FilteredByUrl() {
  const { filters, setFilters } = usePageFilterUrl();
  const { pageId } = useFilteredPage(filters);
  return (
    <>
      <PageFilterDialog filters={filters} onFiltersChange={setFilters} createsPage={false} />
      <ActiveFilters filters={filters} onFiltersChange={setFilters} />
      <DiscovrPage pageId={pageId} onFiltersChange={setFilters} />
    </>
  );
}
