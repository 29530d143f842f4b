import { readFileSync } from 'node:fs';

const { exports, bin } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Path of a built file below dist/, without its ending. */
const nameOf = (file) => file.replace(/^\.\/dist\//, '').replace(/\.js$/, '');

/**
 * The entries of the package that hold code, as package.json lists them: how they are imported, their built file and its
 * types. Build, checks and size budgets read this list, so an entry is added in package.json alone.
 */
export const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([path, { import: file, types }]) => ({ path, name: nameOf(file), file, types }));

/** Name under dist/ of each entry and command, and the source it is built from. */
export const sources = Object.fromEntries(
  [...entries.map(({ file }) => file), ...Object.values(bin)].map((file) => [nameOf(file), `src/${nameOf(file)}.ts`]),
);
