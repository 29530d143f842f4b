import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Bun and Deno load the packages from node_modules, each with its own conditions.
export default defineConfig({
  plugins: [react()],
  build: { rolldownOptions: { input: ['bun.ts', 'deno.ts'] } },
});
