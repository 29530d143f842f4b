import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { watchStory } from './watchStory.js';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
]);

/**
 * How the stories run. axe reads the document and computed styles, so it finds the same in all engines: it runs in each of
 * them before a release.
 */
const GLOBALS = `emulator:page${process.env['DISCOVR_TEST_RELEASE'] ? '' : ';a11y.manual:!true'}`;

/** A built Storybook, served over HTTP. */
export interface ServedStorybook {
  /** Returns the URL of a single story. */
  urlOf(id: string): string;
  close(): void;
}

/**
 * Serves a built Storybook whose stories report their result in `window.storyOutcome`.
 *
 * @param script runs before all other scripts.
 */
export async function serveStorybook(folder: string, script = ''): Promise<ServedStorybook> {
  const scripts = `<script>(${watchStory.toString()})()</script><script>${script}</script>`;
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    readFile(join(folder, path)).then(
      (content) => {
        response.writeHead(200, { 'content-type': TYPES.get(extname(path)) ?? 'application/octet-stream' });
        response.end(
          path === '/iframe.html' ? content.toString().replace('<head>', () => `<head>${scripts}`) : content,
        );
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // The address is an object for servers that listen on a port. It is a string only for pipes.
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (id) =>
      `http://localhost:${port}/iframe.html?id=${encodeURIComponent(id)}&viewMode=story&globals=${GLOBALS}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
