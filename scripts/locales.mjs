#!/usr/bin/env node
// Compares every locale pack, or only the given ones, with English: `npm run locales -- ja ko`.
import { readdirSync } from 'node:fs';
import { runnerImport } from 'vite';
import { entries } from './entries.mjs';
import { findGaps } from './locales/gaps.mjs';

const folder = 'src/locales';
const load = async (path) => (await runnerImport(path, { configFile: false, logLevel: 'error' })).module;

const names = readdirSync(folder).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []);
const all = names.filter((name) => name !== 'en');
const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown language: ${unknown.join(', ')}. Available languages: ${all.join(', ')}.`);
  process.exit(1);
}

const { en } = await load(`/${folder}/en.ts`);
let incomplete = 0;
for (const locale of requested.length > 0 ? requested : all) {
  const packs = Object.values(await load(`/${folder}/${locale}.ts`));
  const gaps = packs.length === 1 ? Object.values(findGaps(locale, packs[0], en)).flat() : ['Export one pack.'];
  const isEntry = entries.some(({ name }) => name === `locales/${locale}`);
  if (!isEntry) gaps.push(`package.json has no entry ./locales/${locale}.`);
  console.log(gaps.length === 0 ? `${locale}: complete` : `${locale}: ${gaps.length} to do`);
  for (const gap of gaps) console.log(`  ${gap}`);
  if (gaps.length > 0) incomplete += 1;
}
process.exit(incomplete > 0 ? 1 : 0);
