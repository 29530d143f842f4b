import babel from '@rolldown/plugin-babel';
import tailwindcss from '@tailwindcss/vite';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Compiles the app with the React Compiler. Fails if the compiler must skip a component. */
const compilesApp = () => babel({ presets: [reactCompilerPreset({ panicThreshold: 'all_errors' })] });

/** Also compiles the library, which the compiler leaves out by default, like every package. */
const compilesLibrary = () =>
  babel({
    exclude: /\/node_modules\/(?!discovr-react\/)|^\0/,
    presets: [reactCompilerPreset({ sources: () => true })],
  });

/** Fails if no module of a folder has been compiled. */
const expectsCompiled = (folder) => ({
  name: 'expects-compiled',
  buildEnd() {
    const runtimes = [...this.getModuleIds()].filter((id) => id.includes('/react/compiler-runtime'));
    const compiled = runtimes.flatMap((id) => this.getModuleInfo(id).importers);
    if (!compiled.some((id) => id.includes(folder))) this.error(`The React Compiler compiled no module of ${folder}.`);
  },
});

export default defineConfig(({ mode }) =>
  mode === 'library'
    ? {
        plugins: [react(), tailwindcss(), compilesLibrary(), expectsCompiled('/node_modules/discovr-react/')],
        base: '/library/',
        build: { outDir: 'dist/library' },
      }
    : { plugins: [react(), tailwindcss(), compilesApp(), expectsCompiled('/src/')] },
);
