#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { abortError } from '../shared/abort.js';
import { usage } from './doctorOptions.js';
import { runDoctor } from './runDoctor.js';

const [, , name, ...args] = process.argv;

if (name === 'emulator') {
  // The command of the emulator reads its own arguments.
  process.argv.splice(2, 1);
  await import('../emulator/command.js');
} else if (name === 'doctor') {
  process.exitCode = await runDoctor(args, {
    env: process.env,
    fetch: (...request) => fetch(...request),
    folder: process.cwd(),
    hasColors: process.stdout.isTTY && !process.env['NO_COLOR'],
    print: (output) => void process.stdout.write(output),
    note: (output) => void process.stderr.write(output),
    readInput() {
      if (process.stdin.isTTY) return Promise.resolve('');
      process.stderr.write('Reading the refresh token from standard input.\n');
      return text(process.stdin);
    },
    confirm,
    readFile: (path) => readFile(path, 'utf8'),
    writeFile: (path, content) => writeFile(path, content),
    stopSignal() {
      const controller = new AbortController();
      // Each listener runs once, so that a second Ctrl-C ends the process even if the API does not answer.
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => controller.abort(abortError('Stopped.')));
      return controller.signal;
    },
  });
} else {
  const isHelp = name === '--help' || name === '-h';
  const reason = isHelp || name === undefined ? '' : `There is no command ${JSON.stringify(name)}.\n\n`;
  process[isHelp ? 'stdout' : 'stderr'].write(reason + usage);
  process.exitCode = isHelp ? 0 : 2;
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
