import { dehydrate, QueryClient } from '@tanstack/react-query';
import { prefetchPage } from 'discovr-react';
import { createDiscovrServer } from 'discovr-react/server';
import { renderToString } from 'react-dom/server';
import { App, pageFilters } from './App.jsx';

/** Creates the server half of the app: the routes of the sign-in, and a function that renders the page of a request. */
export function createServer({ basePath, origin, now }) {
  const discovr = createDiscovrServer({
    clientId: 'bench',
    basePath,
    origin,
    now,
    secret: 'a secret of the benchmark, with 32 bytes or more',
  });

  async function render(request) {
    const { requestHeaders, responseHeaders } = await discovr.prepare(request);
    const { client, initialSession } = await discovr.forRequest({ headers: requestHeaders });
    const queryClient = new QueryClient();
    if (client.hasActiveProfile()) await prefetchPage(client, queryClient, { pageFilters }, { rails: 3 });
    const data = { basePath, initialSession, state: dehydrate(queryClient) };
    return { page: renderToString(<App {...data} />), data, headers: responseHeaders };
  }

  return { fetch: discovr.fetch, render };
}
