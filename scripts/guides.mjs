#!/usr/bin/env node
// Compares docs with the apps in test/consumers, from which their code is copied: a code block below the name of a file
// is that file, and a guide contains every source file of its app. Also compares the tables of props in the guides with
// doc comments, the table of versions in docs/compatibility.md, and the report in docs/accessibility.md. With --write,
// updates the docs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { conformanceReport } from './conformance.mjs';
import { propTable } from './docsSite/exportSection.mjs';
import { readExports } from './docsSite/readExports.mjs';
import { untestedMinimums, versionsTable } from './versionsTable.mjs';

const BLOCK = /^\*\*`([^`]+)`\*\*\n\n```(\w+)\n[^]*?```$/gm;
/** A table of props: all of a type, or those that the opening comment lists, in its order. */
const PROPS = /^<!-- props:(\w+)((?: \w+)*) -->\n[^]*?^<!-- \/props -->$/gm;
const REPORT = /(?<=^<!-- conformance:.*\n)[^]*?(?=^<!-- \/conformance -->$)/m;
const TABLE = /^\| App [^]*?\n(?=\n|$)/m;
const apps = 'test/consumers';
const faults = untestedMinimums();

for (const guide of readdirSync('docs/hosts')) copyApp(`docs/hosts/${guide}`, guide.replace('.md', '-server'));
// Not `outage.e2e.ts`, which shows nothing else than `faults.e2e.ts`.
copyApp('docs/testing.md', 'test-runners', /^(?!e2e\/outage).*\.tsx?$|\.config\.json$/);
copyApp('SKILL.md', 'tasks', /^src\//);
copyProps();
const table = await versionsTable();
update('docs/compatibility.md', (page) => page.replace(TABLE, table));
const { report, missing } = conformanceReport();
for (const test of missing) faults.push(`scripts/conformance.mjs names ${test}, which does not exist.`);
update('docs/accessibility.md', (page) => page.replace(REPORT, `\n${report}\n\n`));

for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);

/**
 * Copies the files of an app into its guide.
 *
 * @param shownFiles files that the guide must contain.
 */
function copyApp(path, app, shownFiles = /\.(?:tsx?|css)$|\.config\.json$/) {
  const shown = new Set();
  update(path, (page) =>
    page.replace(BLOCK, (_block, file, language) => {
      shown.add(file);
      const code = readFileSync(`${apps}/${app}/${file}`, 'utf8');
      return ['**`', file, '`**\n\n```', language, '\n', code, '```'].join('');
    }),
  );
  for (const file of readdirSync(`${apps}/${app}`, { recursive: true, encoding: 'utf8' })) {
    if (shownFiles.test(file) && !shown.has(file)) faults.push(`${path} does not contain ${apps}/${app}/${file}.`);
  }
}

/** Writes the tables of props into the guides. */
function copyProps() {
  const types = new Map(readExports().map(({ name, members }) => [name, members]));
  const tableOf = (path, type, listed) => {
    const members = types.get(type) ?? [];
    const shown = listed ? listed.trim().split(' ') : members.map(({ name }) => name);
    const unknown = shown.filter((name) => !members.some((member) => member.name === name));
    if (unknown.length > 0 || members.length === 0) faults.push(`${path}: ${type} has no prop ${unknown.join(', ')}.`);
    return propTable(shown.flatMap((name) => members.filter((member) => member.name === name)));
  };
  for (const file of readdirSync('docs').filter((name) => name.endsWith('.md'))) {
    const path = `docs/${file}`;
    update(path, (page) =>
      page.replace(PROPS, (_table, type, listed) =>
        [`<!-- props:${type}${listed} -->`, tableOf(path, type, listed), '<!-- /props -->'].join('\n\n'),
      ),
    );
  }
}

/** Updates a page, or reports that it is out of date. */
function update(path, change) {
  const page = readFileSync(path, 'utf8');
  const current = change(page);
  if (process.argv.includes('--write')) writeFileSync(path, current);
  else if (current !== page) faults.push(`The copies in ${path} are out of date. Run: npm run guides -- --write`);
}
