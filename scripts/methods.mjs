#!/usr/bin/env node
// Compares the table of the SDK's methods in README.md with the sources; --write writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { findGaps, readMethods, withTable } from './methods/methodTable.mjs';

const file = 'README.md';
const present = readFileSync(file, 'utf8');
const rows = readMethods(present);
const gaps = findGaps(rows);
for (const gap of gaps) console.error(gap);
if (gaps.length > 0) process.exit(1);

const current = await withTable(present, rows);
if (process.argv.includes('--write')) {
  writeFileSync(file, current);
} else if (current !== present) {
  console.error('The table of methods in README.md is out of date: npm run methods -- --write');
  process.exit(1);
}
