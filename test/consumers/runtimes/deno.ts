import { createApp } from './src/createApp';

const { APP_ORIGIN, DISCOVR_SECRET, PORT } = Deno.env.toObject();
const app = createApp({ origin: APP_ORIGIN, secret: DISCOVR_SECRET });

Deno.serve({ port: Number(PORT) }, app.fetch);
