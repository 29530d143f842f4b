#!/usr/bin/env node
// Compares the exports of every entry of the built package with test/exports.txt, except those of locale packs and of
// languages of prompts, which export one pack each. --write updates that file.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { entries } from './entries.mjs';

const snapshot = 'test/exports.txt';
const { name: packageName } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Returns the names in `export { … }` lists and exported declarations. */
function declaredNames(file) {
  const text = readFileSync(file, 'utf8');
  if (/^export \*/m.test(text)) throw new Error(`${file} uses export *. List the public names one by one.`);
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list]) => list.split(','));
  const listed = lists.map((item) => /(\w+)\s*$/.exec(item)?.[1]).filter(Boolean);
  const declarations = text.matchAll(
    /^export (?:declare )?(?:abstract )?(?:const|function|class|interface|type) (\w+)/gm,
  );
  return [...listed, ...[...declarations].map(([, name]) => name)];
}

async function linesOf({ path, types, file }) {
  const values = new Set(Object.keys(await import(pathToFileURL(resolve(file)).href)));
  const names = new Set(declaredNames(types));
  for (const value of values) {
    if (!names.has(value)) throw new Error(`${path} exports ${value}, but ${types} does not declare it.`);
  }
  const lines = [...names].map((name) => (values.has(name) ? `  ${name}` : `  type ${name}`));
  return [path.replace('.', packageName), ...lines.sort()];
}

const isPack = ({ name }) => /^(locales|prompts\/languages)\//.test(name);
const current = (await Promise.all(entries.filter((entry) => !isPack(entry)).map(linesOf)))
  .map((lines) => `${lines.join('\n')}\n`)
  .join('\n');

if (process.argv.includes('--write')) {
  writeFileSync(snapshot, current);
} else {
  // Each name is prefixed with its entry, because several entries may export one name.
  const flatten = (text) =>
    text.split('\n\n').flatMap((block) => {
      const [entry, ...names] = block.trimEnd().split('\n');
      return [entry, ...names.map((name) => `${entry}: ${name.trim()}`)];
    });
  const before = flatten(readFileSync(snapshot, 'utf8'));
  const after = flatten(current);
  const removed = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
  const added = after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
  if (removed.length + added.length > 0) {
    console.error([...removed, ...added].join('\n'));
    console.error('The public exports changed. If intended, run: npm run build && npm run exports -- --write');
    process.exit(1);
  }
}
