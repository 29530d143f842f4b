import { parseArgs } from 'node:util';
import { hostOf, isLoopback, originOf } from './allowedCallers.js';
import type { ServeEmulatorOptions } from './serveEmulator.js';

/** Options of the `discovr-emulator` command. */
export type CommandOptions = Required<
  Pick<ServeEmulatorOptions, 'port' | 'latencyMs' | 'allowedHosts' | 'allowedOrigins' | 'hasControl'>
> &
  Pick<ServeEmulatorOptions, 'host' | 'refreshToken' | 'seed'>;

const MAX_PORT = 65_535;
const MAX_LATENCY_MS = 600_000;
const HOST = 'a host name or IP address without a port';

/**
 * Parses the command line arguments. Returns `help` when `--help` is present.
 *
 * @throws {Error} with a message for the developer when an argument is unknown or invalid.
 */
export function commandOptions(args: readonly string[]): CommandOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string' },
      'allow-host': { type: 'string', multiple: true, default: [] },
      'allow-origin': { type: 'string', multiple: true, default: [] },
      latency: { type: 'string', default: '0' },
      control: { type: 'boolean', default: false },
      seed: { type: 'string' },
      'refresh-token': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { host, seed, 'refresh-token': token } = values;
  if (host !== undefined && !hostOf(host)) reject('--host', HOST, host);
  if (values.control && host !== undefined && !isLoopback(hostOf(host) ?? '')) {
    throw new Error('--control needs a --host that only this computer can reach, such as 127.0.0.1.');
  }
  if (seed === '') throw new Error('--seed must not be empty.');
  return {
    port: wholeNumber('--port', values.port, MAX_PORT),
    latencyMs: wholeNumber('--latency', values.latency, MAX_LATENCY_MS),
    allowedHosts: values['allow-host'].map((text) => hostOf(text) ?? reject('--allow-host', HOST, text)),
    allowedOrigins: values['allow-origin'].map(
      (text) => originOf(text) ?? reject('--allow-origin', 'an origin such as https://app.example', text),
    ),
    hasControl: values.control,
    ...(host !== undefined && { host }),
    ...(seed !== undefined && { seed }),
    ...(token !== undefined && { refreshToken: refreshToken(token) }),
  };
}

function wholeNumber(name: string, text: string, highest: number): number {
  if (/^\d+$/.test(text) && Number(text) <= highest) return Number(text);
  return reject(name, `a whole number from 0 to ${highest}`, text);
}

function refreshToken(text: string): string {
  if (/^rt_[\w.~+/=-]+$/.test(text)) return text;
  // The message does not contain the token, because it may be a real one.
  throw new Error('--refresh-token must be "rt_" followed by letters, digits and ._~+/=- only.');
}

function reject(name: string, expected: string, text: string): never {
  throw new Error(`${name} must be ${expected}, not "${text}".`);
}
