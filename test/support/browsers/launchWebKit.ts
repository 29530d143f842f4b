import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { freePort } from '../../../scripts/consumers/processes.mjs';
import { pause } from '../../../src/shared/time.js';
import type { TabBrowser } from './tab.js';
import { webDriverTabs } from './webDriverTab.js';

/** Launches WebKitGTK's browser on a separate display and drives it with WebDriver. */
export async function launchWebKit(binary: string): Promise<TabBrowser> {
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${await firstLine(display)}`, LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const end = () => {
    driver.kill();
    display.kill();
  };
  try {
    const server = `http://127.0.0.1:${port}`;
    await untilReady(`${server}/status`);
    const capabilities = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
    const browser = await webDriverTabs(server, capabilities, 'WebKitGTK');
    return { ...browser, close: () => browser.close().finally(end) };
  } catch (error) {
    end();
    throw error;
  }
}

/** Returns the first line that a program prints. */
async function firstLine(program: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: program.stdout! })) return line;
  throw new Error(`${program.spawnfile} has ended.`);
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await pause(50);
  }
  throw new Error(`${url} did not respond within 10 seconds.`);
}
