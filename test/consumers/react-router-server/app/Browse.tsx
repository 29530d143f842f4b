import { ActiveFilters, DiscovrGate, DiscovrPage, PageFilterDialog, usePageFilterUrl, useSignOut } from 'discovr-react';
import { reactRouterUrl } from 'discovr-react/url';
import { Link, useSearchParams } from 'react-router';

const adapter = reactRouterUrl({ useSearchParams });

export function Browse() {
  return (
    <DiscovrGate>
      <FilteredPage />
    </DiscovrGate>
  );
}

function FilteredPage() {
  const { filters, setFilters } = usePageFilterUrl({ adapter });
  const signOut = useSignOut();
  return (
    <main>
      <PageFilterDialog formProps={{ filters, onFiltersChange: setFilters, createsPage: false }} />
      <ActiveFilters filters={filters} onFiltersChange={setFilters} />
      <DiscovrPage
        filters={filters}
        href="/title/{id}"
        renderLink={(_item, { href = '', ...props }) => <Link {...props} to={href} />}
      />
      <button onClick={() => signOut.mutate()}>Sign out</button>
    </main>
  );
}
