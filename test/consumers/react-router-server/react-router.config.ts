import type { Config } from '@react-router/dev/config';

export default {
  future: { v8_middleware: true },
  // Otherwise, the browser asks the server for the route of each title on the page.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
