import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PAGE = '<!doctype html><html lang="en"><title>Tab</title><script type="module" src="/tab.js"></script></html>';
const EMPTY_PAGE = '<!doctype html><html lang="en"><title>Empty</title></html>';

/** A server of the pages that tests open in tabs. */
export interface ServedTabs {
  /** Its origin: `/` has a client, by the options in its query; `/empty` has nothing. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Bundles the tab's app from the sources, and serves it on a free port of this computer. */
export async function serveTabs(): Promise<ServedTabs> {
  const scripts = await bundle();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const script = scripts.get(path);
    const [type, body] = script ? ['text/javascript', script] : ['text/html', path === '/' ? PAGE : EMPTY_PAGE];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one; only pipes have a text instead.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The scripts by the path at which the page asks for them. */
async function bundle(): Promise<Map<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('tab.ts', import.meta.url)), formats: ['es'], fileName: () => 'tab.js' },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}
