import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, serve, freePort, untilReady } from './processes.mjs';
import { visitOnServer } from './visitOnServer.mjs';

/** Builds an app with a server, starts it beside an emulator, visits it, and returns the errors. */
export async function testWithServer(cwd, browser) {
  const emulator = serve(['node_modules/discovr-react/dist/emulator/command.js', '--port', '0'], { cwd });
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
    return await visitOnServer(browser, `${origin}/`);
  } finally {
    site?.end();
    emulator.end();
  }
}
