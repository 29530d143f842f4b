'use client';

import { ActiveFilters, PageFilterDialog, usePageFilterUrl } from 'discovr-react';
import { nextUrl } from 'discovr-react/url';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';

const adapter = nextUrl({ usePathname, useRouter, useSearchParams });

/** Filters in the address bar, with the adapter for the app router. */
export function Filters() {
  const { filters, setFilters } = usePageFilterUrl({ adapter });
  return (
    <main>
      <ActiveFilters filters={filters} onFiltersChange={setFilters} />
      <PageFilterDialog formProps={{ filters, onFiltersChange: setFilters, createsPage: false }} />
    </main>
  );
}
