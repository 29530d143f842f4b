/** Entries of the package, by the start of the path with which stories import their sources. */
const ENTRIES = [
  ['../src/index.js', 'discovr-react'],
  ['../src/emulator/', 'discovr-react/emulator'],
  ['../src/testing/', 'discovr-react/testing'],
  ['../src/react/url/', 'discovr-react/url'],
  ['../src/filters/', 'discovr-react/filters'],
  ['../src/client/', 'discovr-react/client'],
  ['../src/', 'discovr-react'],
];

/** Returns the import declarations for these names, with the entries of the package instead of its sources. */
export function importLines(names, { imports }) {
  const bySource = new Map();
  for (const [local, { node, each }] of imports) {
    if (!names.has(local)) continue;
    const source = sourceOf(node.source.value);
    bySource.set(source, [...(bySource.get(source) ?? []), specifierOf(node, each)]);
  }
  return [...bySource]
    .map(([source, specifiers]) => `import { ${[...new Set(specifiers)].sort(inOrder).join(', ')} } from '${source}';`)
    .join('\n');
}

/** Orders specifiers by their names, whether they are types or values. */
const inOrder = (a, b) => a.replace(/^type /, '').localeCompare(b.replace(/^type /, ''), 'en');

const sourceOf = (path) => ENTRIES.find(([start]) => path.startsWith(start))?.[1] ?? path.replace(/\.js$/, '');

function specifierOf(node, { imported, local, importKind }) {
  const name = imported && imported.name !== local.name ? `${imported.name} as ${local.name}` : local.name;
  return importKind === 'type' || node.importKind === 'type' ? `type ${name}` : name;
}
