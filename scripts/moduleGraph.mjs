import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const imports =
  /^(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\(["']([^"']+)["']\)/gm;

/**
 * Returns the files of dist/ and the packages that an entry imports, directly or indirectly. For a declaration file,
 * follows its type imports.
 *
 * @param late whether to include what is loaded later with `import()`.
 */
export function moduleGraph(entry, { late = true } = {}) {
  const reached = { modules: new Set(), packages: new Set() };
  const visit = (file) => {
    if (reached.modules.has(file)) return;
    reached.modules.add(file);
    for (const [, from, alone, lazy] of readFileSync(file, 'utf8').matchAll(imports)) {
      const specifier = from ?? alone ?? (late ? lazy : undefined);
      if (specifier === undefined) continue;
      if (!specifier.startsWith('.')) reached.packages.add(specifier);
      else visit(join(dirname(file), entry.endsWith('.d.ts') ? specifier.replace(/\.js$/, '.d.ts') : specifier));
    }
  };
  visit(entry);
  return reached;
}
