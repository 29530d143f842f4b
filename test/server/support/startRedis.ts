import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';

/** A Redis server on this computer that keeps nothing on the disk. */
export interface Redis {
  readonly port: number;
  /** Keeps connections open and does not respond any more. */
  freeze(): void;
  /** Ends the server at once. */
  kill(): Promise<void>;
}

/** Starts a Redis server on a free port. */
export async function startRedis(command: string): Promise<Redis> {
  const port = await freePort();
  const options = { port: String(port), bind: '127.0.0.1', save: '', appendonly: 'no', dir: tmpdir() };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const hasEnded = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      printed += String(text);
      if (printed.includes('Ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Redis did not start:\n${printed}`)));
  });
  return {
    port,
    freeze: () => void child.kill('SIGSTOP'),
    kill() {
      child.kill('SIGKILL');
      return hasEnded;
    },
  };
}

/** Returns a port on which no server listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server on a port has an address object; only servers on pipes have a string.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
