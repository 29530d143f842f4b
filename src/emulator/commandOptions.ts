import { parseArgs } from 'node:util';
import type { ServeEmulatorOptions } from './serveEmulator.js';

/** How a person wants the emulator served. */
export type CommandOptions = Required<Pick<ServeEmulatorOptions, 'port' | 'latencyMs'>> &
  Pick<ServeEmulatorOptions, 'host'>;

const MAX_PORT = 65_535;
const MAX_LATENCY_MS = 600_000;

/**
 * Reads the command's arguments; `help` where that is what was asked for.
 *
 * @throws {Error} with a sentence for the person, where an argument is unknown or out of range.
 */
export function commandOptions(args: readonly string[]): CommandOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string' },
      latency: { type: 'string', default: '0' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    port: wholeNumber('--port', values.port, MAX_PORT),
    latencyMs: wholeNumber('--latency', values.latency, MAX_LATENCY_MS),
    ...(values.host !== undefined && { host: values.host }),
  };
}

function wholeNumber(name: string, text: string, highest: number): number {
  if (/^\d+$/.test(text) && Number(text) <= highest) return Number(text);
  throw new Error(`${name} takes a whole number from 0 to ${highest}, not "${text}".`);
}
