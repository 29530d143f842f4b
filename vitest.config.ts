import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { browserFlags, findBrowser } from './scripts/findBrowser.mjs';
import { PATIENCE_MS } from './test/support/patience.js';
import { ProjectSequencer } from './test/setup/projectSequencer.js';

const executablePath = findBrowser();
/** Set by `npm run test:all`. */
const runsAll = process.env['DISCOVR_TEST_ALL'] !== undefined;
/** Set by `npm run test:remote`: whether the stories check what a remote control reaches. */
const walksRemote = process.env['DISCOVR_REMOTE_WALK'] !== undefined;
/** Set by `npm run test:engines`, to the name of a browser engine. */
const isOtherEngine = process.env['DISCOVR_ENGINE'] !== undefined;
/** Set by `npm run test:orca`, to the path of Orca's log. */
const isOrca = process.env['DISCOVR_ORCA'] !== undefined;
/** Set by `npm run test:release`, and by `npm run test:engines -- --full`. */
const isRelease = process.env['DISCOVR_TEST_RELEASE'] !== undefined;
/**
 * Tags of the stories that are also checked with contested styles, on several screens, in a wide typeface and by remote
 * control. Together, they show each part of each component in each of its states; the others repeat these parts.
 */
const screenTags = isRelease ? ['test'] : ['screens', 'engines', 'television'];
/** Tags of the stories that are only checked before a release. */
const releaseTags = isRelease ? [] : ['release'];
const browser = (contextOptions: { reducedMotion?: 'reduce' } = {}) => ({
  enabled: true,
  headless: true,
  provider: playwright({
    launchOptions: { ...(executablePath && { executablePath }), args: browserFlags },
    contextOptions,
  }),
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
});
/**
 * Browsers start after the tests in Node, because a browser can keep the processor so busy that the fake clock of a test
 * in Node reaches a time limit before the work is done. There are more workers than processors, because tests in a browser
 * wait for frames. With three, Chromium 156 crashes while a remote walks through stories.
 * Projects of the same group run at the same time; Vitest requires that they have the same number of workers.
 */
const afterNode = { maxWorkers: walksRemote ? 2 : 3, sequence: { groupOrder: 1 } };
const afterStories = { maxWorkers: 4, sequence: { groupOrder: 2 } };
/**
 * The `DISCOVR_…` environment variables. They are passed on, because tests in a browser cannot read the environment.
 */
const settings = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('DISCOVR_')));
const configDir = fileURLToPath(new URL('.storybook', import.meta.url));
const dateTests = ['src/**/*.dates.test.ts'];
/** Tests that other projects run. */
const exclude = [
  '**/*.{browser,ssr,dates,chromium,engine,television,orca,mocked,native}.test.{ts,tsx}',
  '**/node_modules/**',
  'test/consumers/**',
];
const domTests = ['{src,test}/**/*.test.tsx', '{src,test}/**/*.dom.test.ts'];
/**
 * Browser tests that Chromium 109 runs only before a release, because what they check is the same in all versions of an
 * engine: focus, layout, storage, dates and styles can differ.
 */
const sameInAllVersions = [
  // Attributes, refs and content of the DOM.
  'test/conformance/**',
  'test/fuzz/**',
  // When an event is reported. The observers that it depends on have not changed since Chromium 58.
  'src/components/DiscovrPage/pageEvents.browser.test.tsx',
  // Layouts of televisions, which Chromium 85 and 92 measure and whose stories they play.
  'src/styles/television.browser.test.tsx',
  'src/components/DiscovrPage/heroFollowsFocus.browser.test.tsx',
  // What a remote control reaches, which the stories of televisions show in them too.
  'src/television/**',
  'src/components/DiscovrPage/pageEntry.browser.test.tsx',
  'src/components/NavigationStack/openedByRemote.browser.test.tsx',
  // How the browser replaces colors (since Chromium 89), and which of two rules wins.
  'test/styles/{forcedColors,states}.browser.test.tsx',
  // A cell of a grid is as wide as the widest label in it since Chromium 57.
  'src/styles/buttonWidths.browser.test.tsx',
  // What is painted over pictures, in the hues of genres and as figures: gradients, positions and outlines.
  'src/components/Hero/{contrast,edges}.browser.test.tsx',
  'src/components/Rail/tiles.browser.test.tsx',
  'src/components/TitleSheet/picture.browser.test.tsx',
  // Distances and sizes from grids and container queries, which are older than Chromium 108. Its stories show these parts.
  'src/components/NavigationStack/{bar,ownControls}.browser.test.tsx',
  'src/components/PageFilterForm/PageFilterFormPrompt.browser.test.tsx',
  'src/components/TitleSheet/TitleSheetActions.browser.test.tsx',
  // Developers have a current browser.
  'src/devtools/**',
  // The tools of tests and stories.
  'src/emulator/**',
  'test/support/**',
];
/** Generous limit for busy machines. A passing test never waits this long. */
const testTimeout = 60_000;
const shared = {
  setupFiles: ['test/setup/console.ts', 'test/setup/clock.ts', 'test/setup/patience.ts'],
  testTimeout,
  // Before and after tests, browsers start and close.
  hookTimeout: testTimeout,
  expect: { poll: { timeout: PATIENCE_MS } },
};

/**
 * In CI, a failed browser test runs once more, because thousands of tests share a busy machine.
 * `test/setup/repeatedTests.ts` names each one that passes only then.
 */
const retry = process.env['CI'] ? 1 : 0;
const inBrowser = { ...shared, retry };
/** A remote presses four keys on each control of a story. */
const inStories = { isolate: false, testTimeout: walksRemote ? 3 * testTimeout : testTimeout, retry, ...afterNode };

const domSetup = [...shared.setupFiles, 'test/setup/computedStyle.ts', 'test/setup/dom.ts'];

/** Lets the browser cache modules, because each test file loads them again and they do not change during a run. */
const cachedModules: Plugin = {
  name: 'cached-modules',
  configureServer(server) {
    server.middlewares.use((_request, response, next) => {
      const setHeader = response.setHeader.bind(response);
      response.setHeader = (name, value) =>
        setHeader(name, name.toLowerCase() === 'cache-control' && value === 'no-cache' ? 'max-age=3600' : value);
      next();
    });
  },
};

/** Modules of the preview that Vite finds only while it serves stories. It would then reload the page during a test. */
const previewModules = { include: ['storybook/theming'] };

/** Read by the preview. Storybook ignores the global that turns off axe when it runs in Vitest. */
const withoutAxe = { DISCOVR_AXE: 'off' };

/** Saves a tenth of the time of stories whose motion the `stories` project of `npm run test:all` shows. */
const withoutMotion = { reducedMotion: 'reduce' } as const;

/** Lets tests of faults run in the app of `test/native`, which compares the session and the requests. */
const nativeFaults: Plugin = {
  name: 'native-faults',
  enforce: 'pre',
  resolveId: (source) =>
    source === './support/faultTable.js'
      ? fileURLToPath(new URL('test/native/support/faultTable.ts', import.meta.url))
      : undefined,
};

/** The suffix of a test file decides which project runs it. */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: ProjectSequencer },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['{src,test}/**/*.test.ts'],
          exclude: [...exclude, ...domTests],
          ...shared,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          isolate: false,
          include: domTests,
          exclude,
          ...shared,
          setupFiles: domSetup,
        },
      },
      // A mocked module stays mocked for all later test files, unless the files are isolated from each other.
      {
        plugins: [react()],
        test: {
          name: 'mocked',
          environment: 'jsdom',
          include: ['{src,test}/**/*.mocked.test.{ts,tsx}'],
          ...shared,
          setupFiles: domSetup,
        },
      },
      // A stream that a test abandons keeps the values of React contexts, so the files are isolated from each other.
      {
        plugins: [react()],
        test: {
          name: 'ssr',
          environment: 'node',
          include: ['{src,test}/**/*.ssr.test.{ts,tsx}'],
          ...shared,
        },
      },
      // Node with the globals of React Native instead of its own.
      {
        plugins: [nativeFaults, react()],
        test: {
          name: 'native',
          environment: 'node',
          include: [
            '{src,test}/**/*.native.test.{ts,tsx}',
            'test/faults/{apply,clocks,code,popup,profiles,session,signOut}.test.tsx',
          ],
          ...shared,
          setupFiles: ['test/setup/reactNative.ts', ...shared.setupFiles],
        },
      },
      // These tests run in Node and drive several tabs and origins of a Chromium.
      {
        test: {
          name: 'chromium',
          environment: 'node',
          include: ['test/**/*.chromium.test.ts'],
          // `npm run test:remote` presses the keys of a remote control, so `npm run test:all` does not.
          exclude: ['**/node_modules/**', ...(runsAll ? ['test/remote/**'] : [])],
          ...inBrowser,
          ...afterStories,
          // The random keys of a remote are pressed in several pages at once.
          maxConcurrency: 3,
        },
      },
      // `npm run test:engines` runs the first project once for each browser engine, and the second one in Chromium 85
      // and 92.
      ...(isOtherEngine
        ? [
            {
              test: {
                name: 'engine',
                environment: 'node' as const,
                include: ['test/**/*.engine.test.ts'],
                ...inBrowser,
                maxWorkers: 1,
              },
            },
            {
              test: {
                name: 'television',
                environment: 'node' as const,
                include: ['test/**/*.television.test.ts'],
                ...inBrowser,
                maxWorkers: 1,
              },
            },
          ]
        : []),
      // A screen reader reads one window at a time.
      ...(isOrca
        ? [
            {
              test: {
                name: 'orca',
                environment: 'node' as const,
                include: ['test/orca/*.orca.test.ts'],
                ...inBrowser,
                testTimeout: 300_000,
              },
            },
          ]
        : []),
      // A calendar date must be the same in all time zones: west of UTC, east of UTC, and with a half-hour offset.
      ...['Pacific/Honolulu', 'Pacific/Kiritimati', 'Asia/Kolkata'].map((TZ) => ({
        test: {
          name: `dates in ${TZ}`,
          environment: 'node' as const,
          isolate: false,
          include: dateTests,
          env: { TZ },
          ...shared,
        },
      })),
      // These tests measure layout, painted pixels and focus. `npm test` does not run them.
      {
        plugins: [cachedModules, react()],
        optimizeDeps: { include: ['react-dom/client', 'vitest-browser-react', 'axe-core'] },
        test: {
          name: 'browser',
          include: ['{src,test}/**/*.browser.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...(isOtherEngine && !isRelease ? sameInAllVersions : [])],
          ...inBrowser,
          setupFiles: [...shared.setupFiles, 'test/setup/pointer.ts'],
          env: settings,
          ...afterStories,
          browser: browser(),
        },
      },
      // With `npm run test:all`, stories with one of the `screenTags` also check that element rules of app templates do
      // not change the components, that a class of the app changes them, and that no focused element is hidden, at the
      // size that the story sets, or else on a laptop; the `wide` project moves focus on a narrow screen. With
      // `npm run test:remote`, they check instead that a remote control reaches each control. Chromium 156 crashes when
      // a story does both.
      {
        plugins: [
          cachedModules,
          storybookTest({
            configDir,
            initialGlobals: {
              emulator: 'page',
              ...(walksRemote && { remote: 'walked' }),
              ...(runsAll && !walksRemote && { styles: 'contested', focus: 'walked', screenTags }),
            },
            tags: walksRemote ? { include: screenTags, exclude: ['not-television'] } : { exclude: releaseTags },
          }),
        ],
        optimizeDeps: previewModules,
        test: {
          name: 'stories',
          ...inStories,
          ...(walksRemote && { env: withoutAxe }),
          browser: browser(walksRemote ? withoutMotion : {}),
        },
      },
      // Runs stories with one of the `screenTags` on a narrow screen, in a wide typeface and with the text spacing of
      // WCAG 1.4.12, and then moves focus through them. Axe has checked them in the `stories` project.
      {
        plugins: [
          cachedModules,
          storybookTest({
            configDir,
            initialGlobals: {
              emulator: 'page',
              text: 'wide',
              focus: 'walked',
              viewport: { value: 'narrow' },
            },
            tags: { include: screenTags },
          }),
        ],
        optimizeDeps: previewModules,
        test: { name: 'wide', ...inStories, env: withoutAxe, browser: browser(withoutMotion) },
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['test/**/*.test-d.{ts,tsx}'], tsconfig: 'tsconfig.json' },
        },
      },
    ],
  },
});
