import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { DiscovrHydration, prefetchPage } from 'discovr-react';
import { filtersFromSearchParams } from 'discovr-react/filters';
import { Suspense } from 'react';
import { visit } from '../discovr/visit';
import { Browse } from './Browse';

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
  await prefetchPage(client, queryClient, target);
  const rails = prefetchPage(client, queryClient, target, { rails: 3 }).then(() => dehydrate(queryClient));
  return (
    <DiscovrHydration state={dehydrate(queryClient)}>
      <Suspense fallback={<Browse />}>
        <WithRails rails={rails} />
      </Suspense>
    </DiscovrHydration>
  );
}

/** Replaces the page that has only its hero, once the first rails have their titles. */
async function WithRails({ rails }: { rails: Promise<DehydratedState> }) {
  return (
    <DiscovrHydration state={await rails}>
      <Browse />
    </DiscovrHydration>
  );
}
