import { serve } from '@hono/node-server';
import { createDiscovrServer } from '../../../src/server/index.js';
import { APP_ORIGIN } from './appOrigin.js';
import { redisCache } from './redisCache.js';

// Serves an app in a process of its own, until the test ends. The arguments are the base URL of the API and the port of
// Redis.
const [basePath = '', redisPort] = process.argv.slice(2);
const discovr = createDiscovrServer({
  clientId: 'my-app',
  origin: APP_ORIGIN,
  secret: 'a secret of the tests, with 32 bytes or more',
  basePath,
  sessionCache: redisCache(Number(redisPort)),
});
serve({ fetch: discovr.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port));
process.once('disconnect', () => process.exit());
