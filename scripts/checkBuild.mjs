#!/usr/bin/env node
// Checks what is promised of dist/ and cannot be seen in the sources.
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const command = 'dist/emulator/command.js';
const react = /^(react|react-dom|react-hook-form|@tanstack\/.+|@hookform\/.+|@testing-library\/.+)(\/|$)/;
const server = /^(node:|hono|@hono\/)/;

/** What an entry must not lead to, at any depth. */
const kept = [
  ['dist/index.js', server],
  ['dist/client/index.js', react, server],
  ['dist/filters/index.js', react, server],
  ['dist/react/url/index.js', /^(?!react$)/],
  ['dist/emulator/index.js', react, /^(node:|@hono\/node-server)/],
];

const read = (file) => readFileSync(file, 'utf8');
const saysUseClient = (text) => /^(['"])use client\1;/.test(text);
const withoutExtension = (file) => file.replace(/\.(d\.ts|[a-z]+)$/, '');
const files = readdirSync('dist', { recursive: true }).map((file) => join('dist', file));
const modules = files.filter((file) => file.endsWith('.js'));

/** Every module an entry leads to, and every package. */
function graph(entry) {
  const reached = { modules: new Set(), packages: new Set() };
  const visit = (file) => {
    if (reached.modules.has(file)) return;
    reached.modules.add(file);
    for (const [, from, lazy] of read(file).matchAll(
      /^(?:import|export)[^;]*?["']([^"']+)["'];|import\(["']([^"']+)["']\)/gm,
    )) {
      const specifier = from ?? lazy;
      if (specifier.startsWith('.')) visit(join(dirname(file), specifier));
      else reached.packages.add(specifier);
    }
  };
  visit(entry);
  return reached;
}

function* faults() {
  for (const file of files) {
    if (/\.(test|stories|bench|test-d)\./.test(file)) yield `${file} is no part of the package.`;
  }
  for (const file of modules) {
    const source = ['.tsx', '.ts'].map((end) => withoutExtension(file).replace(/^dist/, 'src') + end).find(existsSync);
    if (!source) yield `${file} comes from no source.`;
    else if (saysUseClient(read(source)) !== saysUseClient(read(file)))
      yield `${file} and ${source} differ in 'use client'.`;
  }
  for (const barrel of kept.map(([entry]) => entry)) {
    if (saysUseClient(read(barrel)))
      yield `${barrel} says 'use client', so a server component gets none of its functions.`;
  }
  for (const [entry, ...banned] of kept) {
    const found = [...graph(entry).packages].filter((name) => banned.some((pattern) => pattern.test(name)));
    if (found.length > 0) yield `${entry} leads to ${found.join(', ')}.`;
  }
  if (!read(command).startsWith('#!/usr/bin/env node\n')) yield `${command} has lost its first line.`;
}

chmodSync(command, 0o755);
const found = [...faults()];
for (const fault of found) console.error(fault);
process.exit(found.length > 0 ? 1 : 0);
