import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { sources } from './scripts/entries.mjs';
import { foldedWords } from './scripts/foldedWords.js';

/** Packages bundled with the emulator, so that apps do not install them. NOTICE.md contains their licenses. */
const bundled = /^(hono|@hono\/node-server)(\/|$)/;

/** The module for React Native with the used parts of zod, which is external everywhere else. */
const zodForNative = 'src/native/zod.ts';

const isExternal = (id: string, importer = '') =>
  !/^(\.|\/|src\/)/.test(id) && !bundled.test(id) && !(id.startsWith('zod/') && importer.endsWith(zodForNative));

/** Renames `node_modules` in output paths, because npm excludes folders of this name from packages. */
const fileNameOf = (name: string) => `${name.replace(/^node_modules\//, 'bundled/').replace('/dist/', '/')}.js`;

/**
 * Tells bundlers of apps what they may leave out. No module of `src` has side effects, except
 * `testing/missingGlobals.ts`, from which others import a function. So calls that create a component, a context or a cache
 * are marked as pure, and imports of modules whose constants have been inlined are removed: bundlers would ignore them,
 * and esbuild would warn about each.
 */
const withoutSideEffects: Plugin = {
  name: 'without-side-effects',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || file.fileName.startsWith('bundled/')) continue;
      file.code = file.code
        .replaceAll(/^import "\.[^"]+\.js";\n/gm, '')
        .replaceAll(/^(?:const|let|var) \w+ = (?=(?:new )?[\w.]+\(|"\w+"\.)/gm, '$&/* @__PURE__ */ ');
    }
  },
};

export default defineConfig({
  plugins: [react(), foldedWords, withoutSideEffects],
  build: {
    target: ['chrome108', 'safari16.4', 'firefox115', 'es2022'],
    minify: false,
    cssCodeSplit: true,
    lib: {
      entry: {
        ...sources,
        'native/zod': zodForNative,
        styles: 'src/styles/styles.css',
        devtools: 'src/devtools/timeline.css',
      },
      formats: ['es'],
    },
    rollupOptions: {
      external: isExternal,
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: ({ name }) => fileNameOf(name),
        assetFileNames: '[name][extname]',
      },
    },
  },
});
