#!/usr/bin/env node
// Checks that apps can name the types of parameters, results and properties: every type that a public declaration of
// the built package names there is exported by an entry. Types that their own module does not export do not count.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entries } from './entries.mjs';

/** Types that apps do not have to name: base types of props and options, and parameters that only the client passes. */
const internal = new Set(['Authorize', 'BackEndSignIns', 'DeviceSignInOptions', 'GroupElementProps', 'QueryOptionsOf']);

/** Props of the parts of the form, which `ComponentProps<typeof PageFilterForm.Genres>` gives. */
const OF_PARTS = /^PageFilterForm\w+Props$/;

const LIST = /^(import|export) (?:type )?\{([^}]*)\}(?: from '(\.[^']+)')?.*$/gm;
const DECLARATION = /^(export )?(?:declare )?(?:abstract )?(?:const|function|class|interface|type) (\w+)/;
const COMMENTS_AND_TEXTS = /\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|"[^"\n]*"/gm;
const VALUES = /(?<=:|=>).*/gm;

const modules = new Map();

/** Returns the lists of imports and exports of a declaration file, and the texts of its exported declarations. */
function read(file) {
  if (modules.has(file)) return modules.get(file);
  const text = readFileSync(file, 'utf8');
  const found = { import: new Map(), export: new Map(), declared: new Map() };
  for (const [, direction, list, from] of text.matchAll(LIST)) {
    for (const item of list.split(',').map((each) => each.trim().replace(/^type /, ''))) {
      const [name, alias = name] = item.split(' as ');
      found[direction].set(alias, { name, from });
    }
  }
  for (const statement of text.replace(LIST, '').split(/^(?=export |declare |interface |type )/m)) {
    const [, isExported, name] = DECLARATION.exec(statement) ?? [];
    const code = `${found.declared.get(name) ?? ''}${statement.replace(COMMENTS_AND_TEXTS, '')}`;
    if (isExported) found.declared.set(name, code);
  }
  modules.set(file, found);
  return found;
}

/** Returns the file that declares a name which another file imports, exports or declares; `undefined` for packages. */
function originOf(file, name, direction) {
  const { declared, [direction]: list } = read(file);
  if (declared.has(name)) return { file, name };
  const listed = list.get(name);
  if (!listed) return undefined;
  if (!listed.from) return direction === 'export' ? originOf(file, listed.name, 'import') : undefined;
  return originOf(join(dirname(file), listed.from.replace(/\.js$/, '.d.ts')), listed.name, 'export');
}

const origins = entries.flatMap(({ types }) => {
  const { export: exported, declared } = read(join(types));
  return [...exported.keys(), ...declared.keys()].flatMap((name) => originOf(join(types), name, 'export') ?? []);
});
const keyOf = ({ file, name }) => `${name} of ${file}`;
const exported = new Set(origins.map(keyOf));

const faults = origins.flatMap(({ file, name }) => {
  const values = read(file).declared.get(name).match(VALUES)?.join(' ') ?? '';
  const types = [...new Set(values.match(/\b[A-Z]\w*/g))].flatMap((word) => originOf(file, word, 'import') ?? []);
  const missing = types.filter(
    (type) => !exported.has(keyOf(type)) && !internal.has(type.name) && !OF_PARTS.test(type.name),
  );
  return missing.map((type) => `${name} names ${keyOf(type)}, which no entry exports.`);
});
for (const fault of new Set(faults)) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
