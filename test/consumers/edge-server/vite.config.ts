import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const client = {
  input: 'src/client.tsx',
  output: { entryFileNames: 'assets/client.js', assetFileNames: 'assets/[name][extname]' },
};
const worker = { output: { codeSplitting: false } };

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  // Bundles all packages, and picks the build of each that is for such runtimes.
  ssr: {
    target: 'webworker',
    noExternal: true,
    resolve: { conditions: ['edge-light', 'module', 'development|production'] },
  },
  build: { emptyOutDir: !isSsrBuild, rolldownOptions: isSsrBuild ? worker : client },
}));
