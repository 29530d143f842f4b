import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** One build entry per public subpath of the package, and the stylesheet. */
const entry = {
  index: 'src/index.ts',
  'client/index': 'src/client/index.ts',
  'filters/index': 'src/filters/index.ts',
  'react/url/index': 'src/react/url/index.ts',
  'locales/en': 'src/locales/en.ts',
  'locales/de': 'src/locales/de.ts',
  'locales/ar': 'src/locales/ar.ts',
  'emulator/index': 'src/emulator/index.ts',
  'emulator/command': 'src/emulator/command.ts',
  'testing/index': 'src/testing/index.ts',
  styles: 'src/styles/styles.css',
};

/** Packages the emulator's entries carry inside, so that no app installs a server; NOTICE.md has their licences. */
const bundled = /^(hono|@hono\/node-server)(\/|$)/;

const isExternal = (id: string) => !/^(\.|\/|src\/)/.test(id) && !bundled.test(id);

/** A package never ships a folder named `node_modules`. */
const fileNameOf = (name: string) => `${name.replace(/^node_modules\//, 'bundled/').replace('/dist/', '/')}.js`;

export default defineConfig({
  plugins: [react()],
  build: {
    target: ['chrome108', 'safari16.4', 'firefox115', 'es2022'],
    minify: false,
    cssCodeSplit: true,
    lib: { entry, formats: ['es'] },
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
