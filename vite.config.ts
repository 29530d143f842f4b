import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sources } from './scripts/entries.mjs';

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
    lib: { entry: { ...sources, styles: 'src/styles/styles.css' }, formats: ['es'] },
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
