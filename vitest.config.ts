import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserFlags, findBrowser } from './scripts/findBrowser.mjs';

const executablePath = findBrowser();
/** Set by `npm run test:all`. */
const runsAll = process.env['DISCOVR_TEST_ALL'] !== undefined;
const browser = () => ({
  enabled: true,
  headless: true,
  provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args: browserFlags } }),
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
});
const configDir = fileURLToPath(new URL('.storybook', import.meta.url));
const dateTests = ['src/**/*.dates.test.ts'];
/** Tests that other projects run. */
const exclude = ['**/*.{browser,ssr,dates,chromium,engine}.test.{ts,tsx}', '**/node_modules/**', 'test/consumers/**'];
const shared = {
  setupFiles: ['test/setup/console.ts', 'test/setup/clock.ts'],
  // Generous limits for busy machines. A passing test never waits this long.
  testTimeout: 20_000,
  expect: { poll: { timeout: 10_000 } },
};

/** The suffix of a test file decides which project runs it. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // A file that needs a document says so in its first line.
      {
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['{src,test}/**/*.test.ts'],
          exclude,
          ...shared,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          isolate: false,
          include: ['{src,test}/**/*.test.tsx'],
          exclude,
          ...shared,
          setupFiles: [...shared.setupFiles, 'test/setup/dom.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'ssr',
          environment: 'node',
          include: ['{src,test}/**/*.ssr.test.{ts,tsx}'],
          ...shared,
        },
      },
      // These tests run in Node and drive several tabs and origins of a Chromium.
      {
        test: {
          name: 'chromium',
          environment: 'node',
          include: ['test/**/*.chromium.test.ts'],
          ...shared,
          testTimeout: 60_000,
          // Each test opens up to ten tabs, so they run one at a time, after the other projects.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      // `npm run test:engines` sets DISCOVR_ENGINE and runs this project once for each browser engine.
      ...(process.env['DISCOVR_ENGINE']
        ? [
            {
              test: {
                name: 'engine',
                environment: 'node' as const,
                include: ['test/**/*.engine.test.ts'],
                ...shared,
                testTimeout: 60_000,
                maxWorkers: 1,
              },
            },
          ]
        : []),
      // A calendar date must be the same in all time zones: west of UTC, east of UTC, and with a half-hour offset.
      ...['Pacific/Honolulu', 'Pacific/Kiritimati', 'Asia/Kolkata'].map((TZ) => ({
        test: { name: `dates in ${TZ}`, environment: 'node' as const, include: dateTests, env: { TZ }, ...shared },
      })),
      {
        plugins: [react()],
        optimizeDeps: { include: ['react-dom/client', 'vitest-browser-react', 'axe-core'] },
        test: {
          name: 'browser',
          include: ['{src,test}/**/*.browser.test.{ts,tsx}'],
          ...shared,
          // Runs after the tests in Node: if browsers keep the processor busy, the fake clocks of those tests can reach
          // a time limit before the work is done.
          sequence: { groupOrder: 1 },
          browser: browser(),
        },
      },
      // With `npm run test:all`, each story also checks that element rules of app templates do not change the
      // components, and that a class of the app changes them.
      {
        plugins: [storybookTest({ configDir, initialGlobals: { ...(runsAll && { styles: 'contested' }) } })],
        test: { name: 'stories', isolate: false, testTimeout: 60_000, sequence: { groupOrder: 1 }, browser: browser() },
      },
      // Runs the stories on a narrow screen, in a wide typeface and with the text spacing of WCAG 1.4.12. Axe runs only
      // in the `stories` project.
      {
        plugins: [
          storybookTest({
            configDir,
            initialGlobals: { text: 'wide', viewport: { value: 'narrow' }, a11y: { manual: true } },
          }),
        ],
        test: { name: 'wide', isolate: false, testTimeout: 60_000, sequence: { groupOrder: 1 }, browser: browser() },
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['test/**/*.test-d.ts'], tsconfig: 'tsconfig.json' },
        },
      },
    ],
  },
});
