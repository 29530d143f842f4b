import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { DiscovrHydration, prefetchPage } from 'discovr-react';
import { filtersFromSearchParams } from 'discovr-react/filters';
import { Suspense } from 'react';
import { visit } from '../discovr/visit';
import { Browse } from './Browse';
import { BrowseInHtml } from './BrowseInHtml';

interface Props {
  searchParams: Promise<Record<string, string | string[]>>;
}

export default function Page({ searchParams }: Props) {
  return (
    <Suspense>
      <Titles searchParams={searchParams} />
    </Suspense>
  );
}

async function Titles({ searchParams }: Props) {
  const { client } = await visit();
  if (!client.hasActiveProfile()) return <Browse />;

  const params = Object.entries(await searchParams).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value]),
  );
  const target = { pageFilters: filtersFromSearchParams(new URLSearchParams(params)) };
  const queryClient = new QueryClient();
  const isFetched = await prefetchPage(client, queryClient, target);
  const state = dehydrate(queryClient);
  const rails = isFetched && prefetchPage(client, queryClient, target, { rails: 3 }).then(() => dehydrate(queryClient));
  return (
    <DiscovrHydration state={state}>
      {rails ? (
        <Suspense fallback={<BrowseInHtml />}>
          <WithRails rails={rails} />
        </Suspense>
      ) : (
        <Browse />
      )}
    </DiscovrHydration>
  );
}

/** Replaces the page without titles in its rails. */
async function WithRails({ rails }: { rails: Promise<DehydratedState> }) {
  return (
    <DiscovrHydration state={await rails}>
      <Browse />
    </DiscovrHydration>
  );
}
