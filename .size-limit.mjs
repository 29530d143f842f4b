/** Loaded by `import()` at the first call that needs them, so they are weighed apart. */
const loadedLater = ['*/startDeviceSignIn.js', '*/publicApi.js', '*/webSignInFlows.js'];

/** Only React is left out: other peers are weighed too, since an app may not have them yet. */
const weigh =
  (...external) =>
  (config) => ({ ...config, format: 'esm', external: ['react', 'react-dom', ...external] });

const budget = (name, path, limit, names) => ({
  name,
  path,
  import: names,
  limit,
  modifyEsbuildConfig: weigh(...loadedLater),
});

export default [
  budget('hooks', 'dist/index.js', '30 kB', '{ DiscovrProvider, useCreatePage }'),
  budget('form', 'dist/index.js', '55 kB', '{ DiscovrProvider, PageFilterForm }'),
  budget('client', 'dist/client/index.js', '16.1 kB', '{ DiscovrClient }'),
  budget('filters', 'dist/filters/index.js', '4 kB', '{ describeFilter }'),
  { name: 'sign-in by code', path: 'dist/session/startDeviceSignIn.js', limit: '8 kB', modifyEsbuildConfig: weigh() },
  { name: 'sign-in by window', path: 'dist/client/webSignInFlows.js', limit: '12 kB', modifyEsbuildConfig: weigh() },
  { name: 'stylesheet', path: 'dist/styles.css', limit: '6 kB' },
];
