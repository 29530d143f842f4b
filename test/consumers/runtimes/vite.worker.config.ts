import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  ssr: {
    target: 'webworker',
    noExternal: true,
    resolve: { conditions: ['workerd', 'module', 'development|production'] },
  },
  build: { emptyOutDir: false, rolldownOptions: { output: { codeSplitting: false } } },
});
