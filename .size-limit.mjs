/** Modules that are loaded with `import()` when a call first needs them. Their sizes are measured separately. */
const loadedLater = ['*/startDeviceSignIn.js', '*/publicApi.js', '*/titleApi.js', '*/webSignInFlows.js'];

/** Excludes React from the measured size, but no other peer dependency, because an app may not have the others yet. */
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
  budget('hooks', 'dist/index.js', '30.5 kB', '{ DiscovrProvider, useCreatePage }'),
  budget('form', 'dist/index.js', '62 kB', '{ DiscovrProvider, PageFilterForm }'),
  budget('profile picker', 'dist/index.js', '56.2 kB', '{ DiscovrProvider, ProfilePicker }'),
  budget('hero and rails', 'dist/index.js', '41.2 kB', '{ DiscovrProvider, Hero, Rail, MediaCard }'),
  budget('title sheet', 'dist/index.js', '43.9 kB', '{ DiscovrProvider, TitleSheet }'),
  budget('page', 'dist/index.js', '53.1 kB', '{ DiscovrProvider, DiscovrPage }'),
  budget('client', 'dist/client/index.js', '21.1 kB', '{ DiscovrClient }'),
  budget('encrypted credential store', 'dist/client/index.js', '7 kB', '{ encryptedCredentialStore }'),
  budget('filters', 'dist/filters/index.js', '3.5 kB', '{ describeFilter }'),
  {
    name: 'sign-in by code',
    path: 'dist/session/device/startDeviceSignIn.js',
    limit: '8.6 kB',
    modifyEsbuildConfig: weigh(),
  },
  {
    name: 'rows and titles',
    path: 'dist/api/titleApi.js',
    limit: '9.5 kB',
    modifyEsbuildConfig: weigh(),
  },
  {
    name: 'sign-in by popup',
    path: 'dist/client/signIn/webSignInFlows.js',
    limit: '12 kB',
    modifyEsbuildConfig: weigh(),
  },
  { name: 'stylesheet', path: 'dist/styles.css', limit: '14 kB' },
  { name: 'stylesheet for televisions', path: 'dist/styles.tv.css', limit: '13 kB' },
];
