import { setTimeout as pause } from 'node:timers/promises';
import { dehydrate, QueryClient } from '@tanstack/react-query';
import { DiscovrHydration, prefetchPage } from 'discovr-react';
import { filtersFromSearchParams } from 'discovr-react/filters';
import { Suspense } from 'react';
import { Await } from 'react-router';
import type { Route } from './+types/home';
import { Browse } from './Browse';
import { visitContext } from './discovr/visitContext';

/** By default, React Router waits for five seconds. */
const LONGEST_WAIT_MS = 4_000;

const nothing = { page: null, rails: null };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { client } = context.get(visitContext);
  if (!client.hasActiveProfile()) return nothing;

  const target = { pageFilters: filtersFromSearchParams(new URL(request.url).searchParams) };
  const queryClient = new QueryClient();
  const isFetched = await prefetchPage(client, queryClient, target);
  const page = dehydrate(queryClient);
  if (!isFetched) return { page, rails: null };
  const withRails = prefetchPage(client, queryClient, target, { rails: 3 });
  return { page, rails: Promise.race([withRails, pause(LONGEST_WAIT_MS)]).then(() => dehydrate(queryClient)) };
}

/** After the first page, the browser requests the titles itself and keeps them. */
export const clientLoader = () => nothing;

export default function Home({ loaderData: { page, rails } }: Route.ComponentProps) {
  return (
    <DiscovrHydration state={page}>
      {/* The hero is in the HTML before the titles of the rails. */}
      <Suspense fallback={<Browse />}>
        <Await resolve={rails}>
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
