import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  preview: {
    headers: {
      // As strict as a page with pictures can be: nothing is evaluated and no style is injected. The API stands elsewhere.
      'Content-Security-Policy': "default-src 'self'; img-src * data:; connect-src 'self' http://localhost:*",
    },
  },
});
