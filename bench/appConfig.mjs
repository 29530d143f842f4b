import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Builds an app of the bench for production, with ours from its source; served with a clock of 5 µs instead of 100. */
export function appConfig(name) {
  return {
    configFile: false,
    root: pathOf(name),
    logLevel: 'warn',
    plugins: [react()],
    resolve: {
      alias: [
        { find: 'discovr-react/styles.css', replacement: pathOf('../src/styles/styles.css') },
        { find: 'discovr-react/filters', replacement: pathOf('../src/filters/index.ts') },
        { find: 'discovr-react/emulator', replacement: pathOf('../src/emulator/index.ts') },
        { find: 'discovr-react/locales/en', replacement: pathOf('../src/locales/en.ts') },
        { find: /^discovr-react$/, replacement: pathOf('../src/index.ts') },
      ],
      dedupe: ['react', 'react-dom', 'react-hook-form'],
    },
    build: { outDir: pathOf(`results/${name}`), emptyOutDir: true, chunkSizeWarningLimit: 4000 },
    preview: {
      port: 0,
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
  };
}
