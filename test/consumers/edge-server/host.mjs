// Stands for the host of a worker: runs it in a realm that has web standards only, and serves its files.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createHandler, EdgeRuntime } from 'edge-runtime';
import { Hono } from 'hono';

const { APP_ORIGIN, DISCOVR_SECRET, PORT } = process.env;
const runtime = new EdgeRuntime({
  extend: (context) => Object.assign(context, { env: { APP_ORIGIN, DISCOVR_SECRET } }),
});
// This runtime has no modules.
const code = readFileSync('dist/worker.js', 'utf8').replace(/export \{ (\w+) as default \};?\s*$/, 'var worker = $1;');
runtime.evaluate(code);
runtime.evaluate(`addEventListener('fetch', (event) => event.respondWith(worker.fetch(event.request, env)))`);

const { handler } = createHandler({ runtime });
const files = getRequestListener(new Hono().use(serveStatic({ root: 'dist' })).fetch);
createServer((request, response) => {
  const listener = request.url.startsWith('/assets/') ? files : handler;
  listener(request, response);
}).listen(Number(PORT));
