/** Entry files that package.json does not list, and the files in which knip looks for unused code. */
export default {
  entry: [
    'scripts/{*.mjs,sampleNames.d.ts}',
    'scripts/docsSite/{build,check,writePages}.mjs',
    '.storybook/site/SitePage.tsx',
    'bench/*.{mjs,ts,tsx}',
    'test/webSignIn/app.ts',
    'test/server/browserApp.ts',
    'test/server/support/appProcess.ts',
    'test/journey/app.tsx',
    'test/remote/app.tsx',
    'test/spoken/app.tsx',
    'test/television/{app.tsx,polyfills.ts,support/scriptedClicks.ts}',
    'test/**/*.{engine,television,orca}.test.ts',
    'test/tabs/support/tab.ts',
    'test/setup/repeatedTests.ts',
  ],
  project: [
    '{src,stories,scripts,bench,.storybook}/**/*.{ts,tsx,mjs,mdx}',
    'test/**/*.{ts,tsx,mjs}',
    '!test/consumers/**',
    '!test/native/app/**',
  ],
  ignoreBinaries: ['apt-get', 'Xvfb', 'dbus-send', 'orca', 'xdotool', 'WebKitWebDriver'],
};
