import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, normalizePath, type Plugin } from 'vite';
import { stateOfFiles } from '../scripts/stateOfFiles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pathOf = (name: string) => normalizePath(path.join(root, name));
const SOURCES = pathOf('src/');
/** In `node_modules`, so that Vite does not watch it. */
const BUNDLES = pathOf('node_modules/.cache/discovr-sources/');
/** Says from what the bundles were made. */
const STATE = `${BUNDLES}state.json`;
/** Folders whose files import sources. */
const IMPORTERS = ['stories', 'test/support', 'test/styles', '.storybook'];

/**
 * Serves the sources as a few bundles, until one of them is edited. Otherwise, a browser would load more than 400 modules
 * before it shows a story, and each of those that the emulator needs twice, in the page and in its worker. With the first
 * edit of a source, the page is reloaded with single modules, so that further edits replace only these.
 *
 * @param plugins plugins that must transform the components in bundles, too.
 */
export function bundledSources(plugins: readonly Plugin[]): Plugin {
  /** Names of the files that the bundles offer; `undefined` when modules are served one by one. */
  let bundled: Promise<ReadonlySet<string>> | undefined;
  let reload = () => undefined as void;
  return {
    name: 'bundled-sources',
    apply: 'serve',
    enforce: 'pre',
    configureServer({ watcher, moduleGraph, ws }) {
      // If a source has a fault, the page that loads its module shows it.
      bundled = bundle(plugins).catch(() => new Set());
      reload = () => {
        bundled = undefined;
        moduleGraph.invalidateAll();
        ws.send({ type: 'full-reload' });
      };
      watcher.on('all', (_, file) => {
        const name = sourceOf(file);
        if (bundled && name && /(?<!\.test)\.tsx?$/.test(name)) reload();
      });
    },
    async resolveId(id, importer) {
      const from = importer?.replace(/\?.*$/, '');
      if (!bundled || !from || sourceOf(from) || !/^\.{1,2}\/.*\.js$/.test(id)) return undefined;
      const name = sourceOf(path.join(path.dirname(from), id));
      if (!name) return undefined;
      if ((await bundled).has(name)) return BUNDLES + name;
      // A story has a new import. Its module must not be loaded beside the bundle that contains it.
      reload();
      return undefined;
    },
  };
}

/** Returns the name of a file in the folder of the sources, or `undefined` for other files. */
function sourceOf(file: string): string | undefined {
  const normal = normalizePath(file);
  return normal.startsWith(SOURCES) ? normal.slice(SOURCES.length) : undefined;
}

/** Writes the bundles, unless nothing has changed. Returns the names of the files in them that can be imported. */
async function bundle(plugins: readonly Plugin[]): Promise<ReadonlySet<string>> {
  const names = importedSources();
  const components = shownComponents();
  const files = ['src', 'package-lock.json', '.storybook/bundledSources.ts'].map(pathOf);
  const state = JSON.stringify([stateOfFiles(files), [...names], components]);
  if (existsSync(STATE) && readFileSync(STATE, 'utf8') === state) return names;
  await build({
    configFile: false,
    root,
    // Without a warning for each `'use client'`.
    logLevel: 'error',
    plugins: plugins.map(forComponents(components)),
    build: {
      outDir: BUNDLES,
      target: 'esnext',
      minify: false,
      lib: {
        entry: Object.fromEntries([...names].map((name) => [name.replace(/\.js$/, ''), sourceFile(name)])),
        formats: ['es'],
        fileName: (_, name) => `${name}.js`,
      },
      rollupOptions: {
        external: (id) => !/^(\.|\/|src\/)/.test(id),
        output: {
          codeSplitting: {
            // A group gets what its files import, unless that is in a group before it.
            groups: [
              { name: 'core', test: /\/src\/(messages|filters|shared|platform|api|session|client)\//, priority: 3 },
              { name: 'emulator', test: /\/src\/emulator\//, priority: 2 },
              { name: 'server', test: /\/src\/server\//, priority: 2 },
              { name: 'react', test: /\/src\//, priority: 1 },
            ],
          },
        },
      },
    },
  });
  writeFileSync(STATE, state);
  return names;
}

/** Returns the names of the sources that stories and their tools import, with the ending `.js`. */
function importedSources(): ReadonlySet<string> {
  const files = IMPORTERS.flatMap((folder) =>
    readdirSync(pathOf(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/node_modules|\.test\.tsx?$/.test(name))
      .map((name) => pathOf(`${folder}/${name}`)),
  );
  const names = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'(\.\.?\/[^']+\.js)'/g)].map(([, id]) =>
      sourceOf(path.join(path.dirname(file), id)),
    ),
  );
  return new Set(names.filter((name) => name !== undefined));
}

/** Returns the path of a source by its name with the ending `.js`. */
function sourceFile(name: string): string {
  const file = SOURCES + name.replace(/js$/, 'ts');
  return existsSync(file) ? file : `${file}x`;
}

/** Returns the names of the components whose props Storybook describes: each story file names one. */
function shownComponents(): string[] {
  const files = readdirSync(pathOf('stories')).filter((name) => name.endsWith('.stories.tsx'));
  return files.flatMap((name) => {
    const [, component] = /^ {2}component: (\w+),$/m.exec(readFileSync(pathOf(`stories/${name}`), 'utf8')) ?? [];
    return component ?? [];
  });
}

/**
 * Restricts a plugin to the sources that declare one of these components. The one that reads the descriptions of props
 * would otherwise keep Storybook from starting for several times as long as everything else takes.
 */
function forComponents(names: readonly string[]): (plugin: Plugin) => Plugin {
  const declaration = new RegExp(`\\b(?:function|const) (?:${names.join('|')})\\b`);
  return (plugin) => {
    const { transform } = plugin;
    if (typeof transform !== 'function') return plugin;
    return {
      ...plugin,
      transform(code, id, ...rest) {
        const isShown = sourceOf(id)?.endsWith('.tsx') && declaration.test(code);
        return isShown ? transform.call(this, code, id, ...rest) : undefined;
      },
    };
  };
}
