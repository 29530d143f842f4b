import { dehydrate, QueryClient } from '@tanstack/react-query';
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
  const queryClient = new QueryClient();
  if (client.hasActiveProfile()) {
    const params = Object.entries(await searchParams).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value]),
    );
    const pageFilters = filtersFromSearchParams(new URLSearchParams(params));
    await prefetchPage(client, queryClient, { pageFilters }, { rails: 3 });
  }
  return (
    <DiscovrHydration state={dehydrate(queryClient)}>
      <Browse />
    </DiscovrHydration>
  );
}
