import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createApp } from './src/createApp';

const app = new Hono()
  .use('/assets/*', serveStatic({ root: 'dist' }))
  .route('/', createApp({ origin: process.env['APP_ORIGIN'], secret: process.env['DISCOVR_SECRET'] }));

serve({ fetch: app.fetch, port: Number(process.env['PORT'] ?? 3000) });
