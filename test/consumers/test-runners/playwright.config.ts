import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  // The tests control one emulator.
  workers: 1,
  use: { baseURL: 'http://localhost:5173' },
  webServer: [
    { command: 'npx discovr-emulator --control --refresh-token rt_e2e', port: 4010 },
    { command: 'npx vite --strictPort', port: 5173 },
  ],
});
