import { dehydrate, QueryClient } from '@tanstack/react-query';
import { prefetchPage } from 'discovr-react';
import { filtersFromSearchParams } from 'discovr-react/filters';
import { createDiscovrServer } from 'discovr-react/server';
import { Hono } from 'hono';
import { renderToReadableStream } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { App, type AppProps } from './App';

interface Settings {
  origin: string | undefined; // 'https://app.example'
  secret: string | undefined; // openssl rand -base64 32
}

export function createApp({ origin, secret = '' }: Settings) {
  const discovr = createDiscovrServer({
    clientId: 'my-app',
    basePath: import.meta.env.VITE_DISCOVR_API, // the emulator's URL during development
    origin,
    secret,
  });

  const app = new Hono();
  app.all('/api/discovr/*', ({ req }) => discovr.fetch(req.raw));
  app.on('GET', ['/', '/title/:id'], async ({ req }) => {
    const { requestHeaders, responseHeaders } = await discovr.prepare(req.raw);
    const { client, initialSession } = await discovr.forRequest({ headers: requestHeaders });
    const { pathname, search, searchParams } = new URL(req.url);
    const queryClient = new QueryClient();
    if (pathname === '/' && client.hasActiveProfile()) {
      await prefetchPage(client, queryClient, { pageFilters: filtersFromSearchParams(searchParams) }, { rails: 3 });
    }
    const html = await render(pathname + search, { initialSession, state: dehydrate(queryClient) });
    responseHeaders.set('content-type', 'text/html; charset=utf-8');
    return new Response(html, { headers: responseHeaders });
  });
  return app;
}

function render(location: string, props: AppProps) {
  return renderToReadableStream(
    <StaticRouter location={location}>
      <App {...props} />
    </StaticRouter>,
    // React escapes the script.
    { bootstrapScriptContent: `var appProps = ${JSON.stringify(props)}`, bootstrapModules: ['/assets/client.js'] },
  );
}
