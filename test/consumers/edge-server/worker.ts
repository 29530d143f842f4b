import { createApp } from './src/createApp';

interface Env {
  APP_ORIGIN: string;
  DISCOVR_SECRET: string;
}

let app: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request: Request, { APP_ORIGIN, DISCOVR_SECRET }: Env) {
    app ??= createApp({ origin: APP_ORIGIN, secret: DISCOVR_SECRET });
    return app.fetch(request);
  },
};
