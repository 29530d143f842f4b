import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forward, freePort, run, serve, serveEmulator, untilReady } from './processes.mjs';

/**
 * Builds an app with a server and starts it beside an emulator, once with each of its `start` scripts.
 *
 * @param visit uses the app at an origin, with the emulator at a URL, and returns what went wrong. Its third argument
 *   stops the API and starts it again.
 * @param latencyMs delay of each request to the emulator.
 * @returns everything that went wrong.
 */
export async function testWithServer(cwd, visit, latencyMs) {
  const { settings, end } = await serveEmulator(cwd, '--latency', String(latencyMs));
  let connection;
  try {
    // Not the emulator itself is stopped, because it would forget the sign-in.
    connection = await forward(new URL(settings.basePath).port);
    const api = `http://localhost:${connection.port}`;
    const env = {
      NEXT_PUBLIC_DISCOVR_API: api,
      VITE_DISCOVR_API: api,
      APP_ORIGIN: 'http://localhost',
      DISCOVR_SECRET: 'a secret of the tests, with 32 bytes or more',
      NODE_ENV: 'production',
    };
    await run('npm', ['run', '--silent', 'build'], { cwd, env });
    const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
    const faults = [];
    for (const [name, script] of Object.entries(scripts)) {
      if (!name.startsWith('start')) continue;
      const found = await start(script, { cwd, env, visit: (origin) => visit(origin, api, connection) }).catch(
        (error) => [error.message],
      );
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    return faults;
  } finally {
    connection?.stop();
    end();
  }
}

/** Starts the server of a built app with a script, visits it, and returns what went wrong. */
async function start(script, { cwd, env, visit }) {
  // Chosen after the build, during which another program could take it.
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const [program, ...args] = script.replace('$PORT', port).split(' ');
  const site = serve(args, {
    cwd,
    // Not through npm, which would not end the program that it starts.
    command: program === 'node' ? process.execPath : join(cwd, 'node_modules/.bin', program),
    env: { ...env, APP_ORIGIN: origin, PORT: String(port) },
  });
  try {
    await untilReady(`${origin}/`, site);
    const faults = await visit(origin);
    return faults.length > 0 ? [...faults, `The server printed:\n${site.printed()}`] : [];
  } finally {
    site.end();
  }
}
