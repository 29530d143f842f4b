import { Hono } from 'hono';
import { createDiscovrServer } from '../../src/server/index.js';

const discovr = createDiscovrServer({
  clientId: 'my-app',
  origin: process.env['APP_ORIGIN'], // 'https://app.example'
  secret: process.env['DISCOVR_SECRET'] ?? '', // openssl rand -base64 32
});

export const app = new Hono();
app.all('/api/discovr/*', (context) => discovr.fetch(context.req.raw));
