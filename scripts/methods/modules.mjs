import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** Paths of the files below a folder, in order, with `/` on every system. */
export function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
      return [path];
    });
}

/** Text of a module without its comments: examples in them call methods, too. */
export function codeOf(path) {
  return readFileSync(path, 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

/** What a module exports from others: `{ name, path }`, values only. */
export function exportsOf(path) {
  return [...codeOf(path).matchAll(/^export \{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(([, names, from]) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name && !name.startsWith('type '))
      .map((name) => ({ name, path: resolveFrom(path, from) })),
  );
}

/** The modules a module needs at run time, and those it loads later. */
function importsOf(path) {
  const code = codeOf(path);
  const now = code.matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+)'/gm);
  const later = code.matchAll(/\bimport\('(\.[^']+)'\)/g);
  return [...now, ...later].map(([, from]) => resolveFrom(path, from)).filter(Boolean);
}

function resolveFrom(path, specifier) {
  const base = join(dirname(path), specifier).replace(/\.js$/, '');
  return [`${base}.ts`, `${base}.tsx`].find((candidate) => existsSync(candidate));
}

/**
 * The modules one leads to, itself first.
 *
 * @param isBorder tells which modules are named but not looked into.
 */
export function modulesFrom(path, isBorder) {
  const found = new Set([path]);
  for (const module of found) {
    if (module !== path && isBorder(module)) continue;
    for (const imported of importsOf(module)) found.add(imported);
  }
  return [...found];
}
