#!/usr/bin/env node
// Compares the sizes of the built package with the budgets in .size-limit.mjs. With --write, sets each budget to its size
// and 2 % of room, and writes the tables in docs/bench.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import budgets from '../.size-limit.mjs';
import { outcomeOf } from './consumers/processes.mjs';

const ROOM = 1.02;
const config = '.size-limit.mjs';
const page = 'docs/bench.md';
const START = '<!-- sizes: written by `npm run sizes -- --write` -->';
const END = '<!-- /sizes -->';

const isWriting = process.argv.includes('--write');
const { status, printed, errors } = await outcomeOf('npx', ['size-limit', ...(isWriting ? ['--json'] : [])]);
if (isWriting) await write(JSON.parse(printed));
else {
  console.log(`${printed}${errors}`);
  if (status !== 0) console.log('If a size may grow, run: npm run build && npm run sizes -- --write');
  process.exit(status);
}

/** Writes the budgets and the tables for measured sizes: `{ name, size }`, in bytes. */
async function write(sizes) {
  let text = readFileSync(config, 'utf8');
  const rows = budgets.map((budget) => {
    const { size } = sizes.find(({ name }) => name === budget.name);
    const limit = `${Math.ceil((size * ROOM) / 100) / 10} kB`;
    // The limit is the first text of this form after the name.
    const at = text.indexOf(`'${budget.name}'`);
    text = text.slice(0, at) + text.slice(at).replace(/'[\d.]+ kB'/, `'${limit}'`);
    return { budget, cells: [labelOf(budget), `${(size / 1000).toFixed(1)} kB`, limit] };
  });
  const first = rows.filter(({ budget }) => !isLate(budget));
  const later = rows.filter(({ budget }) => isLate(budget));
  const tables = [tableOf('needed for the first render', first), tableOf('loaded later', later)];
  const [before, rest] = readFileSync(page, 'utf8').split(START);
  const [, after] = rest.split(END);
  const written = `${before}${START}\n\n${tables.join('\n\n')}\n\n${END}${after}`;
  writeFileSync(config, text);
  writeFileSync(page, await format(written, { ...(await resolveConfig(page)), parser: 'markdown' }));
}

/** Whether a budget is for one module and what it imports, which an app loads later. */
function isLate(budget) {
  return budget.import === undefined && budget.path.endsWith('.js');
}

/** Names a budget by what an app imports, if that is not the whole file. */
function labelOf({ name, path, import: names }) {
  const [, entry] = /^dist\/(\w+)\/index\.js$/.exec(path) ?? [];
  return names ? `\`${names}\`${entry ? ` from \`/${entry}\`` : ''}` : name;
}

function tableOf(heading, rows) {
  const lines = [[heading, 'size', 'budget'], ['---', '---', '---'], ...rows.map(({ cells }) => cells)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
