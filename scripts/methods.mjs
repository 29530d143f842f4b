#!/usr/bin/env node
// Compares the table of SDK methods in README.md with the sources. --write updates the table.
import { readFileSync, writeFileSync } from 'node:fs';
import { findGaps, readMethods, withTable } from './methods/methodTable.mjs';

const file = 'README.md';
const readme = readFileSync(file, 'utf8');
const rows = readMethods(readme);
const gaps = findGaps(rows);
for (const gap of gaps) console.error(gap);
if (gaps.length > 0) process.exit(1);

const current = await withTable(readme, rows);
if (process.argv.includes('--write')) {
  writeFileSync(file, current);
} else if (current !== readme) {
  console.error('The table of methods in README.md is out of date. Run: npm run methods -- --write');
  process.exit(1);
}
