import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** A page of an app that is served over HTTP. */
export interface ServedPage {
  /** URL of the page, with a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Options of {@link bundleScript}. */
export interface BundleOptions {
  /** Oldest browser that can run the script, as in `build.target` of Vite. */
  readonly target?: string;
  /** Whether React is the one of production, which is faster. The library still warns of mistakes. */
  readonly hasFastReact?: boolean;
}

/** Bundles the script of a page: a module of this repository, given by its path from the root. */
export async function bundleScript(
  path: string,
  { target, hasFastReact = false }: BundleOptions = {},
): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    ...(hasFastReact && { plugins: [fastReact], oxc: { jsx: { development: false } } }),
    build: {
      write: false,
      minify: false,
      ...(target && { target }),
      rollupOptions: {
        input: fileURLToPath(new URL(`../../../${path}`, import.meta.url)),
        output: { codeSplitting: false },
      },
    },
  });
  const [output] = 'output' in result ? result.output : [];
  if (!output) throw new Error(`${path} could not be bundled.`);
  return output.code;
}

const fastReact: Plugin = {
  name: 'fast-react',
  enforce: 'pre',
  transform: (code, id) =>
    /node_modules\/(react|react-dom|scheduler)\//.test(id)
      ? code.replaceAll('process.env.NODE_ENV', '"production"')
      : undefined,
};

const PAGE = '<!doctype html><html lang="en"><title>App</title><script type="module" src="/script.js"></script></html>';
const EMPTY_PAGE = '<!doctype html><html lang="en"><title>Empty</title></html>';

/** Serves a page that runs a script, with the given headers. At the path `/empty`, serves a page without a script. */
export async function servePage(script: string, headers: Readonly<Record<string, string>> = {}): Promise<ServedPage> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8', ...headers });
    if (isScript) response.end(script);
    else response.end(request.url === '/empty' ? EMPTY_PAGE : PAGE);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server on a port has an address object; only servers on pipes have a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
