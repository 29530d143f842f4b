import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const client = {
  input: 'src/client.tsx',
  output: { entryFileNames: 'assets/client.js', assetFileNames: 'assets/[name][extname]' },
};
const worker = { output: { format: 'iife' as const, name: 'worker' } };

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  // The worker contains its packages, each in its version for such runtimes.
  ssr: {
    target: 'webworker',
    noExternal: true,
    resolve: { conditions: ['edge-light', 'module', 'development|production'] },
  },
  build: { emptyOutDir: !isSsrBuild, rolldownOptions: isSsrBuild ? worker : client },
}));
