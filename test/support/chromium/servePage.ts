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

/** Bundles the stylesheet of the library, as apps load it. */
export async function bundleStyles(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rollupOptions: { input: fileURLToPath(new URL('../../../src/styles/styles.css', import.meta.url)) },
    },
  });
  const files = 'output' in result ? result.output : [];
  const css = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (css?.type !== 'asset') throw new Error('The stylesheet could not be bundled.');
  return String(css.source);
}

const fastReact: Plugin = {
  name: 'fast-react',
  enforce: 'pre',
  transform: (code, id) =>
    /node_modules\/(react|react-dom|scheduler)\//.test(id)
      ? code.replaceAll('process.env.NODE_ENV', '"production"')
      : undefined,
};

/** What {@link servePage} serves besides the script. */
export interface PageOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** A stylesheet that the page links to. */
  readonly styles?: string;
  /** HTML of the page's `<body>`, which the server has rendered. */
  readonly body?: string;
}

const SCRIPT = '<script type="module" src="/script.js"></script>';

/** Serves a page that runs a script. At the path `/empty`, serves a page without a script. */
export async function servePage(
  script: string,
  { headers = {}, styles, body = '' }: PageOptions = {},
): Promise<ServedPage> {
  const link = styles === undefined ? '' : '<link rel="stylesheet" href="/styles.css">';
  const page = `<!doctype html><html lang="en"><title>App</title>${link}${SCRIPT}<body>${body}</body></html>`;
  const files: Readonly<Record<string, readonly [type: string, content: string]>> = {
    '/script.js': ['text/javascript', script],
    '/styles.css': ['text/css', styles ?? ''],
    '/empty': ['text/html; charset=utf-8', '<!doctype html><html lang="en"><title>Empty</title></html>'],
    '/favicon.ico': ['image/x-icon', ''],
  };
  const server = createServer((request, response) => {
    const [type, content] = files[request.url ?? ''] ?? ['text/html; charset=utf-8', page];
    response.writeHead(200, { 'content-type': type, ...headers }).end(content);
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
