import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Or 'happy-dom'.
  test: { environment: 'jsdom', globals: true, testTimeout: 30_000 },
});
