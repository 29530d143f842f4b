import { readFileSync } from 'node:fs';

const { exports, bin } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Returns the path of a built file below dist/, without its extension. */
const nameOf = (file) => file.replace(/^\.\/dist\//, '').replace(/\.js$/, '');

/**
 * The code entries of the package, read from package.json: import path, built file and types. The build and the checks
 * read this list, so a new entry is added only in package.json.
 */
export const entries = Object.entries(exports)
  .filter(([, { default: file }]) => file?.endsWith('.js'))
  .map(([path, { default: file, types }]) => ({ path, name: nameOf(file), file, types }));

/** Declaration files of the package, of code and of stylesheets. */
export const declarations = [...new Set(Object.values(exports).flatMap(({ types }) => types ?? []))];

/** Source file of each entry and command, by its name below dist/. */
export const sources = Object.fromEntries(
  [...entries.map(({ file }) => file), ...Object.values(bin)].map((file) => [nameOf(file), `src/${nameOf(file)}.ts`]),
);
