import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const client = {
  input: 'src/client.tsx',
  output: { entryFileNames: 'assets/client.js', assetFileNames: 'assets/[name][extname]' },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  build: { emptyOutDir: !isSsrBuild, rolldownOptions: isSsrBuild ? {} : client },
}));
