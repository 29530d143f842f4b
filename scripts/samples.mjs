#!/usr/bin/env node
// Compiles each TypeScript sample in README.md, SKILL.md and the guides, as a file of its own, against the sources. A
// sample below the name of a file has that name, so that the other files of its page can import it. sampleNames.d.ts
// declares the names that samples take from the reader's app. Also compares the messages that test/mistakes.test-d.tsx
// expects. docs/hosts is not included, because test:consumers compiles its apps.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entries } from './entries.mjs';

const SAMPLE = /(?:^\*\*`(?<file>[^`]+)`\*\*\n\n)?^ *```(?<language>tsx?)\n(?<code>[^]*?)^ *```$/gm;
const EXPECTATION = /@ts-expect-error -- (.*)/;
const ERROR = /^(.+)\((\d+),\d+\): error \w+: (.*)$/gm;
/** Packages in samples that are not installed here. Their exports have the type `any`. */
const packages = [
  '@react-native-community/netinfo',
  '@tanstack/react-devtools',
  '@tanstack/react-router',
  'expo-crypto',
  'expo-secure-store',
  'expo-web-browser',
  'next/image',
  'next/navigation',
  'react-native',
  'react-router',
];
const mistakes = 'test/mistakes.test-d.tsx';
const folder = '.cache/samples';

const guides = readdirSync('docs').filter((file) => file.endsWith('.md'));
rmSync(folder, { recursive: true, force: true });
for (const page of ['README.md', 'SKILL.md', ...guides.map((file) => `docs/${file}`)]) writeSamples(page);
const expected = writeMistakes();
write('packages.d.ts', packages.map((name) => `declare module '${name}';`).join('\n'));
write('tsconfig.json', JSON.stringify(config()));

const { stdout, stderr } = spawnSync('npx', ['tsc', '--project', folder, '--pretty', 'false'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const errors = [...stdout.matchAll(ERROR)];
// The compiler always reports the mistakes.
if (errors.length === 0) throw new Error(`The compiler failed: ${stdout}${stderr}`);
const faults = [];
for (const [, path, line, message] of errors) {
  const file = path.replace(`${folder}/`, '');
  if (file === mistakes && expected.get(Number(line)) === message) expected.delete(Number(line));
  // The folder of a sample has the name of its page, and its lines have the numbers that they have there.
  else faults.push(`${file.replace(/(?<=\.md)\/.*/, '')}:${line}: ${message}`);
}
// After a syntax error, the compiler checks no types.
if (faults.length === 0) {
  for (const [line, message] of expected) faults.push(`${mistakes}:${line}: the compiler does not report: ${message}`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);

/** Writes each sample of a page to a file in the folder of the page. */
function writeSamples(page) {
  const text = readFileSync(page, 'utf8');
  for (const { index, 0: block, groups } of text.matchAll(SAMPLE)) {
    const linesBefore = text.slice(0, index + block.indexOf('```')).split('\n').length;
    const file = groups.file ?? `line${linesBefore}.${groups.language}`;
    write(`${page}/${file}`, `${'\n'.repeat(linesBefore)}${groups.code}\nexport {};\n`);
  }
}

/** Writes the typical mistakes without their directives. Returns the expected messages by line. */
function writeMistakes() {
  const text = readFileSync(mistakes, 'utf8');
  write(mistakes, text.replace('../src/index.js', 'discovr-react').replaceAll('@ts-expect-error', 'expected'));
  return new Map(
    text.split('\n').flatMap((line, index) => {
      const message = EXPECTATION.exec(line)?.[1];
      return message === undefined ? [] : [[index + 2, message]];
    }),
  );
}

/** Returns the compiler's configuration: that of the library, in which the entries of the package are its sources. */
function config() {
  const up = '../../';
  const paths = entries.map(({ path, name }) => [path.replace('.', 'discovr-react'), [`${up}src/${name}.ts`]]);
  return {
    extends: `${up}tsconfig.json`,
    compilerOptions: {
      noUnusedLocals: false,
      noUnusedParameters: false,
      noUncheckedSideEffectImports: false,
      types: ['node', 'vite/client', 'vitest/globals', '@testing-library/jest-dom'],
      // `@playwright/test` is another name of this module.
      paths: { ...Object.fromEntries(paths), '@playwright/test': [`${up}node_modules/playwright/test.d.ts`] },
    },
    include: ['**/*', `${up}scripts/sampleNames.d.ts`, `${up}src/environment.d.ts`],
  };
}

function write(file, text) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
