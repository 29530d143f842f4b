#!/usr/bin/env node
import { commandOptions, type CommandOptions } from './serve/commandOptions.js';
import { settingsToPaste, startFailure, usage } from './serve/commandText.js';
import { serveEmulator } from './serve/serveEmulator.js';

await run();

async function run(): Promise<void> {
  let options: CommandOptions | 'help';
  try {
    options = commandOptions(process.argv.slice(2));
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  if (options === 'help') return void process.stdout.write(usage);
  try {
    const served = await serveEmulator(options);
    process.stdout.write(settingsToPaste(served, options.allowedHosts));
    // Each listener runs once, so that a second Ctrl-C ends the process even if close() hangs.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void served.close());
  } catch (error) {
    fail(`${startFailure(error, options.port)}\n`);
  }
}

function fail(text: string): void {
  process.stderr.write(text);
  process.exitCode = 1;
}
