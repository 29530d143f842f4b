#!/usr/bin/env node
// Compares the code in docs/hosts with the apps in test/consumers, from which it is copied: a code block below the name
// of a file is that file. A guide contains every source file of its app. With --write, updates the guides.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const BLOCK = /^\*\*`([^`]+)`\*\*\n\n```(\w+)\n[^]*?```$/gm;
const faults = [];

for (const guide of readdirSync('docs/hosts')) {
  const path = `docs/hosts/${guide}`;
  const app = `test/consumers/${guide.replace('.md', '-server')}`;
  const page = readFileSync(path, 'utf8');
  const shown = new Set();
  const current = page.replace(BLOCK, (_block, file, language) => {
    shown.add(file);
    const code = readFileSync(`${app}/${file}`, 'utf8');
    return ['**`', file, '`**\n\n```', language, '\n', code, '```'].join('');
  });
  for (const file of readdirSync(app, { recursive: true, encoding: 'utf8' })) {
    if (/\.tsx?$/.test(file) && !shown.has(file)) faults.push(`${path} does not contain ${app}/${file}.`);
  }
  if (process.argv.includes('--write')) writeFileSync(path, current);
  else if (current !== page) faults.push(`The code in ${path} is out of date. Run: npm run guides -- --write`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
