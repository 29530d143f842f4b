import { dehydrate, QueryClient } from '@tanstack/react-query';
import { DiscovrHydration, prefetchPage } from 'discovr-react';
import { filtersFromSearchParams } from 'discovr-react/filters';
import type { Route } from './+types/home';
import { Browse } from './Browse';
import { visitContext } from './discovr/visitContext';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { client } = context.get(visitContext);
  const queryClient = new QueryClient();
  if (client.hasActiveProfile()) {
    const pageFilters = filtersFromSearchParams(new URL(request.url).searchParams);
    await prefetchPage(client, queryClient, { pageFilters }, { rails: 3 });
  }
  return { state: dehydrate(queryClient) };
}

/** After the first page, the browser requests the titles itself and keeps them. */
export const clientLoader = () => ({ state: null });

export default function Home({ loaderData }: Route.ComponentProps) {
  return (
    <DiscovrHydration state={loaderData.state}>
      <Browse />
    </DiscovrHydration>
  );
}
