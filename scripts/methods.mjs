#!/usr/bin/env node
// Compares the table in docs/methods.md with the sources. With --write, updates the table.
import { readFileSync, writeFileSync } from 'node:fs';
import { findGaps, readMethods, withTable } from './methods/methodTable.mjs';

const file = 'docs/methods.md';
const page = readFileSync(file, 'utf8');
const rows = readMethods(page);
const gaps = findGaps(rows);
for (const gap of gaps) console.error(gap);
if (gaps.length > 0) process.exit(1);

const current = await withTable(page, rows);
if (process.argv.includes('--write')) {
  writeFileSync(file, current);
} else if (current !== page) {
  console.error('The table in docs/methods.md is out of date. Run: npm run methods -- --write');
  process.exit(1);
}
