import { ActiveFilters, DiscovrPage, PageFilterDialog, usePageFilterUrl } from 'discovr-react';

export function FilteredByUrl() {
  const { filters, setFilters, source } = usePageFilterUrl();
  return (
    <>
      <PageFilterDialog formProps={{ filters, onFiltersChange: setFilters, createsPage: false }} />
      <ActiveFilters filters={filters} onFiltersChange={setFilters} />
      <DiscovrPage filters={source === 'unknown' ? null : filters} onFiltersChange={setFilters} />
    </>
  );
}
