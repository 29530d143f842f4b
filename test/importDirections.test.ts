import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { expect, test } from 'vitest';

/** The layers of docs/architecture.md, in its order. Each may import itself and the layers listed above it. */
const layers = [
  'messages',
  'filters',
  'prompts',
  'shared',
  'platform',
  'api',
  'session',
  'client',
  'focus',
  'react',
  'ui',
  'components',
  'television',
];
const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(layers.map((layer, index) => [layer, layers.slice(0, index + 1)])),
  locales: ['messages', 'locales'],
  emulator: ['messages', 'filters', 'shared', 'api', 'emulator'],
  server: ['messages', 'filters', 'shared', 'api', 'session', 'client', 'server'],
  har: ['shared', 'har'],
  doctor: ['shared', 'har', 'emulator', 'doctor'],
  devtools: [...layers, 'har', 'devtools'],
  native: [...layers.slice(0, layers.indexOf('television')), 'native'],
  testing: [...layers, 'emulator', 'testing'],
};
const react = /^(react|react-dom|react-hook-form|@tanstack\/|@hookform\/|@testing-library\/)/;
const serverPackages = /^(hono|@hono\/|node:)/;
const withoutReact = [...layers.slice(0, layers.indexOf('react')), 'locales', 'emulator', 'server', 'har', 'doctor'];

const IMPORT = /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(?<!\.test)\.tsx?$/.test(name),
);

/** Imports of each file in src: other files in src, and packages. */
const graph = new Map(
  files.map((file) => {
    const specifiers = [...readFileSync(join('src', file), 'utf8').matchAll(IMPORT)].map((found) =>
      found.slice(1).find(Boolean)!,
    );
    return [file, specifiers.map((specifier) => resolved(file, specifier))] as const;
  }),
);

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = normalize(join(dirname(from), specifier)).replace(/\.js$/, '');
  return [`${path}.ts`, `${path}.tsx`].find((file) => existsSync(join('src', file))) ?? path;
}

const folderOf = (file: string) => file.split('/')[0]!;
/** Lists the forbidden imports of the files in some folders as "file -> import". */
const forbidden = (folders: readonly string[], isForbidden: (to: string, folder: string) => boolean) =>
  [...graph].flatMap(([file, imports]) =>
    folders.includes(folderOf(file))
      ? imports.filter((to) => isForbidden(to, folderOf(file))).map((to) => `${file} -> ${to}`)
      : [],
  );

test('a folder imports only itself and the folders that docs/architecture.md allows', () => {
  const isForbidden = (to: string, folder: string) =>
    graph.has(to) && !allowed[folder]!.some((other) => to.startsWith(`${other}/`));
  expect(forbidden(Object.keys(allowed), isForbidden)).toEqual([]);
});

test('focus names no class of a component', () => {
  const named = files.filter(
    (file) => folderOf(file) === 'focus' && /\.discovr-|discovr-[A-Z]/.test(readFileSync(join('src', file), 'utf8')),
  );
  expect(named).toEqual([]);
});

test('folders that need no React do not import it', () => {
  expect(forbidden(withoutReact, (to) => react.test(to))).toEqual([]);
});

test('locales import no packages', () => {
  expect(forbidden(['locales'], (to) => !graph.has(to))).toEqual([]);
});

test('only the emulator imports server packages', () => {
  expect(forbidden([...layers, 'locales', 'server', 'testing'], (to) => serverPackages.test(to))).toEqual([]);
});

test('there are no circular imports', () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of graph.get(file) ?? []) if (graph.has(next)) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});
