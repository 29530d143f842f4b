import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parseJson } from '../har/har.js';
import { fieldsOf } from './seen.js';

const LIBRARY = 'discovr-react';

/** Commands of a package manager that show and merge copies, by its lock file. */
const managers: readonly (readonly [file: string, why: string, merge: string])[] = [
  ['pnpm-lock.yaml', 'pnpm why', 'pnpm dedupe'],
  ['yarn.lock', 'yarn why', 'yarn dedupe'],
  ['package-lock.json', 'npm ls', 'npm dedupe'],
];

/**
 * Returns what is wrong with the packages of a project that has this library: peers that are missing or too old, and copies
 * of which the project needs one. Reads `node_modules` as Node.js and bundlers do, with workspaces and links.
 */
export function projectNotes(folder: string): string[] {
  const root = realpathSync(folder);
  const library = packageAt(root, LIBRARY);
  if (!library) return [];
  const peers = Object.entries(textsIn(library.manifest['peerDependencies']));
  const optional = fieldsOf(library.manifest['peerDependenciesMeta']);
  return [
    ...peers.flatMap(([name, range]) => {
      const version = packageAt(library.folder, name)?.version;
      if (version === undefined) {
        return fieldsOf(optional[name])['optional'] === true ? [] : [`${name} is not installed. Install ${range}.`];
      }
      return satisfies(version, range) ? [] : [`${name} is ${version}. This library needs ${range}.`];
    }),
    ...copyNotes(root, [LIBRARY, ...peers.map(([name]) => name)]),
  ];
}

/** A package in a `node_modules`. */
interface Package {
  readonly folder: string;
  readonly version: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Says which packages of these names the project would load twice, and for whom. */
function copyNotes(root: string, names: readonly string[]): string[] {
  const copies = new Map(names.map((name) => [name, new Map<string, string>()]));
  const reached = new Set([root]);
  // Tools for development may have copies of their own, which the app never loads.
  const asking = [{ folder: root, asksFor: [...names, ...dependenciesOf(manifestIn(root) ?? {})], by: 'the app' }];
  // The array grows while it is read.
  for (const { folder, asksFor, by } of asking) {
    for (const name of asksFor) {
      const found = packageAt(folder, name);
      if (!found) continue;
      const place = relative(root, found.folder).replaceAll('\\', '/');
      const places = copies.get(name);
      if (places && !places.has(place)) places.set(place, `${place} (${found.version}, for ${by})`);
      if (reached.has(found.folder)) continue;
      reached.add(found.folder);
      asking.push({ folder: found.folder, asksFor: dependenciesOf(found.manifest), by: name });
    }
  }
  const [, why, merge] =
    managers.find(([file]) => above(root).some((parent) => existsSync(join(parent, file)))) ?? managers.at(-1)!;
  return [...copies].flatMap(([name, places]) =>
    places.size < 2
      ? []
      : [
          `There are ${places.size} copies of ${name}: ${[...places.values()].join(', ')}. Hooks of one copy do not ` +
            `work with providers of another. Run "${why} ${name}", make all ask for one version, and run "${merge}".`,
        ],
  );
}

const dependenciesOf = (manifest: Package['manifest']) =>
  ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) => Object.keys(fieldsOf(manifest[kind])));

/** Finds a package as Node.js does: in the `node_modules` of a folder, or of one above it. Follows links. */
function packageAt(from: string, name: string): Package | undefined {
  for (const parent of above(from)) {
    if (basename(parent) === 'node_modules') continue;
    const folder = join(parent, 'node_modules', name);
    const manifest = manifestIn(folder);
    const version = manifest?.['version'];
    if (manifest)
      return { folder: realpathSync(folder), version: typeof version === 'string' ? version : '', manifest };
  }
  return undefined;
}

/** Returns a folder and all folders above it. */
function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

function manifestIn(folder: string): Package['manifest'] | undefined {
  try {
    return fieldsOf(parseJson(readFileSync(join(folder, 'package.json'), 'utf8')));
  } catch {
    // There is no such file, or this process may not read it.
    return undefined;
  }
}

const textsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(fieldsOf(value)).map(([key, text]) => [key, String(text)]));

/** Whether a version is in a range such as `^18.2.0 || ^19.0.0`. Ranges of other forms are not judged. */
function satisfies(version: string, range: string): boolean {
  const numbersOf = (text: string) => (/\d+\.\d+\.\d+/.exec(text)?.[0] ?? '').split('.').map(Number);
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  return range.split('||').some((part) => {
    if (!/^\s*\^[1-9]\d*\.\d+\.\d+\s*$/.test(part)) return true;
    const [leastMajor = 0, leastMinor = 0, leastPatch = 0] = numbersOf(part);
    return major === leastMajor && (minor > leastMinor || (minor === leastMinor && patch >= leastPatch));
  });
}
