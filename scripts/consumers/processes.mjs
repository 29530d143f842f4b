import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const RUN_TIMEOUT_MS = 240_000;
const START_TIMEOUT_MS = 30_000;

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

/** Runs a command and resolves with its output. Rejects with the output if the command fails or times out. */
export async function run(command, args, options) {
  const { status, printed, errors } = await outcomeOf(command, args, { timeout: RUN_TIMEOUT_MS, ...options });
  if (status === 0) return printed;
  throw new Error(`${command} ${args.join(' ')} exited with code ${status}:\n${printed}${errors}`);
}

/** Runs a command and resolves with its exit code and output, also if the command fails. */
export function outcomeOf(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      env: { ...env, ...options?.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let printed = '';
    let errors = '';
    child.stdout.on('data', (data) => (printed += data));
    child.stderr.on('data', (data) => (errors += data));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, printed, errors }));
  });
}

/**
 * Returns the names that the arguments of this process choose, or all names without arguments. Arguments that begin with
 * `--` choose nothing. Ends the process with the code 1 if a name is unknown.
 *
 * @param kind what the names stand for, such as `app`, for the message.
 */
export function chosenNames(all, kind) {
  const requested = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const unknown = requested.filter((name) => !all.includes(name));
  if (unknown.length === 0) return requested.length > 0 ? requested : all;
  console.error(`Unknown ${kind}: ${unknown.join(', ')}. Available: ${all.join(', ')}.`);
  return process.exit(1);
}

/** Handles the items in their order, up to `lanes` of them at the same time. */
export async function inLanes(items, lanes, handle) {
  const left = [...items];
  const handleNext = async () => {
    while (left.length > 0) await handle(left.shift());
  };
  await Promise.all(Array.from({ length: lanes }, handleNext));
}

/** Starts a program that runs until `end()` is called: Node, or `options.command`. */
export function serve(args, { command = process.execPath, ...options } = {}) {
  const child = spawn(command, args, {
    ...options,
    env: { ...env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (data) => (printed += data));
  child.stderr.on('data', (data) => (printed += data));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  const until = async (isDone) => {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await isDone())) {
      if (hasEnded()) throw new Error(`${args.join(' ')} exited unexpectedly:\n${printed}`);
      if (Date.now() > deadline) throw new Error(`${args.join(' ')} was not ready in time:\n${printed}`);
      await wait(100);
    }
    return printed;
  };
  return {
    until,
    untilPrinted: (pattern) => until(() => pattern.test(printed)),
    printed: () => printed,
    end: () => child.kill(),
  };
}

/** Starts the emulator that an app has installed. Returns the client settings that it prints, and `end()`. */
export async function serveEmulator(cwd, ...options) {
  const command = 'node_modules/discovr-react/dist/emulator/command.js';
  const { untilPrinted, end } = serve([command, '--port', '0', ...options], { cwd });
  try {
    const text = await untilPrinted(/Press Ctrl-C/);
    const field = (name) => new RegExp(`${name}: '([^']+)'`).exec(text)?.[1];
    const credential = { refreshToken: field('refreshToken'), profileId: field('profileId') };
    return { settings: { basePath: field('basePath'), credential }, end };
  } catch (error) {
    end();
    throw error;
  }
}

/** Waits until a server responds. */
export function untilReady(url, server) {
  return server.until(async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(START_TIMEOUT_MS) }).catch(() => undefined);
    return response?.ok ?? false;
  });
}

/** Forwards a port to another. While stopped, it refuses connections, as the port of a server that is down does. */
export async function forward(target) {
  const port = await freePort();
  const sockets = new Set();
  const server = createServer((socket) => {
    const other = connect(target, 'localhost');
    for (const [from, to] of [
      [socket, other],
      [other, socket],
    ]) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
      from.pipe(to);
    }
  });
  const start = () => new Promise((resolve) => server.listen(port, 'localhost', resolve));
  const stop = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  await start();
  return { port, start, stop };
}

/** Returns a free port. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
