import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** Returns the paths of all files below a folder in alphabetical order, with `/` on every system. */
export function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
      return [path];
    });
}

/** Returns the text of a module without its comments, because examples in comments also call methods. */
export function codeOf(path) {
  return readFileSync(path, 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

/** Returns the values a module re-exports, as `{ name, path }`. Types are excluded. */
export function exportsOf(path) {
  return [...codeOf(path).matchAll(/^export \{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(([, names, from]) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name && !name.startsWith('type '))
      .map((name) => ({ name, path: resolveFrom(path, from) })),
  );
}

/** Returns the modules that a module imports at run time, including dynamic imports. */
function importsOf(path) {
  const code = codeOf(path);
  const fixed = code.matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+)'/gm);
  const dynamic = code.matchAll(/\bimport\('(\.[^']+)'\)/g);
  return [...fixed, ...dynamic].map(([, from]) => resolveFrom(path, from)).filter(Boolean);
}

function resolveFrom(path, specifier) {
  const base = join(dirname(path), specifier).replace(/\.js$/, '');
  return [`${base}.ts`, `${base}.tsx`].find((candidate) => existsSync(candidate));
}

/**
 * Returns a module and all modules it imports, directly or indirectly.
 *
 * @param isBorder returns whether the search stops at a module: the module is included, but its imports are not
 *   followed.
 */
export function modulesFrom(path, isBorder) {
  const found = new Set([path]);
  for (const module of found) {
    if (module !== path && isBorder(module)) continue;
    for (const imported of importsOf(module)) found.add(imported);
  }
  return [...found];
}
