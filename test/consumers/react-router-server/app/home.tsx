import { dehydrate, QueryClient } from '@tanstack/react-query';
import { DiscovrHydration, prefetchPage } from 'discovr-react';
import { filtersFromSearchParams } from 'discovr-react/filters';
import { Suspense } from 'react';
import { Await } from 'react-router';
import type { Route } from './+types/home';
import { Browse } from './Browse';
import { visitContext } from './discovr/visitContext';

const nothing = { page: null, rails: null };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { client } = context.get(visitContext);
  if (!client.hasActiveProfile()) return nothing;

  const target = { pageFilters: filtersFromSearchParams(new URL(request.url).searchParams) };
  const queryClient = new QueryClient();
  await prefetchPage(client, queryClient, target);
  const rails = prefetchPage(client, queryClient, target, { rails: 3 }).then(() => dehydrate(queryClient));
  return { page: dehydrate(queryClient), rails };
}

/** After the first page, the browser requests the titles itself and keeps them. */
export const clientLoader = () => nothing;

export default function Home({ loaderData: { page, rails } }: Route.ComponentProps) {
  return (
    <DiscovrHydration state={page}>
      {/* Shows the hero until the first rails have their titles. */}
      <Suspense fallback={<Browse />}>
        <Await resolve={rails} errorElement={<Browse />}>
          {(state) => (
            <DiscovrHydration state={state}>
              <Browse />
            </DiscovrHydration>
          )}
        </Await>
      </Suspense>
    </DiscovrHydration>
  );
}
