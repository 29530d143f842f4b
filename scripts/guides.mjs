#!/usr/bin/env node
// Compares docs with the apps in test/consumers, from which their code is copied: a code block below the name of a file
// is that file, and a guide contains every source file of its app. Also compares the table of versions in
// docs/compatibility.md. With --write, updates the docs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { untestedMinimums, versionsTable } from './versionsTable.mjs';

const BLOCK = /^\*\*`([^`]+)`\*\*\n\n```(\w+)\n[^]*?```$/gm;
const TABLE = /^\| App [^]*?\n(?=\n|$)/m;
const apps = 'test/consumers';
const faults = untestedMinimums();

for (const guide of readdirSync('docs/hosts')) copyApp(`docs/hosts/${guide}`, guide.replace('.md', '-server'));
copyApp('docs/testing.md', 'test-runners');
const table = await versionsTable();
update('docs/compatibility.md', (page) => page.replace(TABLE, table));

for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);

/** Copies the files of an app into its guide. */
function copyApp(path, app) {
  const shown = new Set();
  update(path, (page) =>
    page.replace(BLOCK, (_block, file, language) => {
      shown.add(file);
      const code = readFileSync(`${apps}/${app}/${file}`, 'utf8');
      return ['**`', file, '`**\n\n```', language, '\n', code, '```'].join('');
    }),
  );
  for (const file of readdirSync(`${apps}/${app}`, { recursive: true, encoding: 'utf8' })) {
    const isSource = /\.tsx?$|\.config\.json$/.test(file);
    if (isSource && !shown.has(file)) faults.push(`${path} does not contain ${apps}/${app}/${file}.`);
  }
}

/** Updates a page, or reports that it is out of date. */
function update(path, change) {
  const page = readFileSync(path, 'utf8');
  const current = change(page);
  if (process.argv.includes('--write')) writeFileSync(path, current);
  else if (current !== page) faults.push(`The copies in ${path} are out of date. Run: npm run guides -- --write`);
}
