import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { freePort } from '../../scripts/consumers/processes.mjs';
import { appConfig } from '../appConfig.mjs';

const results = fileURLToPath(new URL('../results/visit', import.meta.url));

/**
 * Builds the app for the browser and for the server, and serves it over HTTP. `/server` is a page that the server
 * renders, and `/browser` is the same page, rendered only in the browser.
 *
 * @param basePath base URL of the API.
 * @param latencyMs delay of each response, in milliseconds.
 * @returns `origin`, `close()`, and `passTime(ms)`, which sets the clock of the server forward.
 */
export async function serveApp(basePath, latencyMs) {
  const { createServer } = await buildApp();
  const html = readFileSync(`${results}/browser/index.html`, 'utf8');
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let passedMs = 0;
  const server = createServer({ basePath, origin, now: () => Date.now() + passedMs });
  const app = new Hono()
    .use(async (_, next) => {
      await pause(latencyMs);
      await next();
    })
    .all('/api/discovr/*', ({ req }) => server.fetch(req.raw))
    .get('/browser', (context) => context.html(documentOf(html, { page: '', data: { basePath } })))
    .get('/server', async ({ req }) => {
      const { page, data, headers } = await server.render(req.raw);
      headers.set('content-type', 'text/html; charset=utf-8');
      return new Response(documentOf(html, { page, data }), { headers });
    })
    .use(serveStatic({ root: `${results}/browser` }));
  const listening = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  await new Promise((resolve) => listening.once('listening', resolve));
  return { origin, passTime: (ms) => void (passedMs += ms), close: () => listening.close() };
}

async function buildApp() {
  const config = appConfig('visit');
  const to = (folder, options) => ({
    ...config,
    build: { ...config.build, ...options, outDir: `${results}/${folder}` },
  });
  await build(to('browser'));
  await build(to('server', { ssr: 'src/server.jsx', rollupOptions: { output: { entryFileNames: 'server.mjs' } } }));
  return import(pathToFileURL(`${results}/server/server.mjs`).href);
}

/** Fills the built document. A `<` in the data must not end its script element. */
function documentOf(html, { page, data }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html.replace('<!--page-->', () => page).replace('<!--data-->', () => json);
}
