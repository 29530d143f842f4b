import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run, serve, freePort, untilReady } from './processes.mjs';
import { visitOnServer } from './visitOnServer.mjs';

/** The API is slow enough that a page is seen to arrive in parts. */
const LATENCY_MS = '50';

/** The apps that send the hero before the titles of the rails. */
const streaming = ['next-server', 'react-router-server'];

/** Builds an app with a server, starts it beside an emulator, visits it, and returns the errors. */
export async function testWithServer(cwd, browser) {
  const command = 'node_modules/discovr-react/dist/emulator/command.js';
  const emulator = serve([command, '--port', '0', '--latency', LATENCY_MS], { cwd });
  let site;
  try {
    const [api] = /http:\/\/localhost:\d+/.exec(await emulator.untilPrinted(/Press Ctrl-C/));
    const env = {
      NEXT_PUBLIC_DISCOVR_API: api,
      VITE_DISCOVR_API: api,
      APP_ORIGIN: 'http://localhost',
      DISCOVR_SECRET: 'a secret of the tests, with 32 bytes or more',
      NODE_ENV: 'production',
    };
    await run('npm', ['run', '--silent', 'build'], { cwd, env });
    const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
    // Chosen after the build, during which another program could take it.
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    site = serve(scripts.start.replace(/^node /, '').split(' '), {
      cwd,
      env: { ...env, APP_ORIGIN: origin, PORT: String(port) },
    });
    await untilReady(`${origin}/`, site);
    return await visitOnServer(browser, `${origin}/`, { streams: streaming.includes(basename(cwd)) });
  } finally {
    site?.end();
    emulator.end();
  }
}
