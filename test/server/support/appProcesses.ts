import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { APP_ORIGIN } from './appOrigin.js';

/** One of the processes that serve an app. */
export interface AppProcess {
  /** Sends a request as the browser half of the app does, with the cookies of a browser, which it changes. */
  ask(method: string, path: string, options: AskOptions): Promise<Response>;
  kill(): Promise<void>;
}

/** Options of {@link AppProcess.ask}. */
interface AskOptions {
  readonly jar: Map<string, string>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Builds the app for its processes. Returns the path of its script, and a function that removes it. */
export async function buildApp(): Promise<{ readonly script: string; remove(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'discovr-app-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('appProcess.ts', import.meta.url)),
      outDir,
      rollupOptions: { output: { entryFileNames: 'app.mjs' } },
    },
  });
  return { script: join(outDir, 'app.mjs'), remove: () => rm(outDir, { recursive: true }) };
}

/** Starts a process of the app. */
export async function startApp(script: string, basePath: string, redisPort: number): Promise<AppProcess> {
  const child = fork(script, [basePath, String(redisPort)], { execArgv: [], silent: true });
  const [port] = (await once(child, 'message')) as [number];
  return {
    async ask(method, path, { jar, body, headers }) {
      const response = await fetch(`http://127.0.0.1:${port}/api/discovr${path}`, {
        method,
        headers: {
          origin: APP_ORIGIN,
          'x-discovr-request': '1',
          cookie: [...jar].map((pair) => pair.join('=')).join('; '),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      for (const change of response.headers.getSetCookie()) {
        const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*); (.*)$/.exec(change)!;
        if (rest.startsWith('Max-Age=0')) jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
