import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const loadsFromFiles: Plugin = {
  name: 'loads-from-files',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll(' crossorigin', '').replace('type="module"', 'defer'),
  },
};

export default defineConfig({
  base: './',
  plugins: [react(), loadsFromFiles],
  build: {
    target: 'chrome85',
    cssCodeSplit: false,
    rolldownOptions: { output: { format: 'iife' }, checks: { emptyImportMeta: false } },
  },
});
