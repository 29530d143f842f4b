import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  preview: {
    headers: {
      // The strictest policy for an app that shows images: no eval and no injected styles. The API has another origin.
      'Content-Security-Policy': "default-src 'self'; img-src * data:; connect-src 'self' http://localhost:*",
    },
  },
});
