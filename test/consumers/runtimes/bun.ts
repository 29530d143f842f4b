import { createApp } from './src/createApp';

const { APP_ORIGIN, DISCOVR_SECRET, PORT } = Bun.env;
const app = createApp({ origin: APP_ORIGIN, secret: DISCOVR_SECRET });

Bun.serve({ fetch: app.fetch, port: Number(PORT) });
