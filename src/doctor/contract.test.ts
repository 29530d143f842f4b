import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { historyFacts } from './historyFacts.js';
import { pageFacts } from './pageFacts.js';
import type { Fact } from './seen.js';
import { sessionFacts } from './sessionFacts.js';
import { titleFacts } from './titleFacts.js';

const FILE = 'docs/contract.md';
const HEAD = '| fact | value | where |\n| --- | --- | --- |\n';

const lineOf = ({ fact, value, basis, where }: Fact) =>
  `| ${fact} | ${value ?? (basis === 'inferred' ? '_inferred_' : '')} | ${where} |\n`;

/** Returns the page with the tables of the facts. */
function withTables(page: string): string {
  const tables = [
    [...sessionFacts, ...pageFacts],
    [...titleFacts, ...historyFacts],
  ].map((facts) => HEAD + facts.map(lineOf).join(''));
  return page.replace(/\| fact \| value \| where \|\n(?:\|.*\n)+/g, () => tables.shift() ?? '');
}

test('docs/contract.md lists the facts that the doctor examines (UPDATE_CONTRACT=1 writes them)', () => {
  const page = readFileSync(FILE, 'utf8');
  if (process.env['UPDATE_CONTRACT']) writeFileSync(FILE, withTables(page));
  expect(readFileSync(FILE, 'utf8')).toBe(withTables(page));
});

test('each fact has an id of its own, and says what people notice if it can be refuted', () => {
  const facts = [...sessionFacts, ...pageFacts, ...titleFacts, ...historyFacts];
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  expect(
    facts.filter(({ id, find, notice }) => find && !notice && !/^(?:rotation|navigation-images)$/.test(id)),
  ).toEqual([]);
});

test('each file that a fact names exists', () => {
  const facts = [...sessionFacts, ...pageFacts, ...titleFacts, ...historyFacts];
  const named = facts.flatMap(({ where }) => where.match(/[\w./-]+\.tsx?(?=`)/g) ?? []);
  expect(named.length).toBeGreaterThan(20);
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  expect(named.filter((name) => !files.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
});
