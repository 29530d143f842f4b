/**
 * Modules that are loaded later with `import()`, and are therefore not part of these sizes. The larger ones have a budget
 * of their own below.
 */
const loadedLater = [
  '*/calls.js',
  '*/drift.js',
  '*/EmptyPage.js',
  '*/filterSpec.js',
  '*/observeFailures.js',
  '*/pageFilterResolver.js',
  '*/pageReplacements.js',
  '*/prefetchPage.js',
  '*/previewOf.js',
  '*/renderRequest.js',
  '*/sdkCalls.js',
  '*/sheetMotion.js',
  '*/deviceSignIn.js',
  '*/watchPage.js',
  '*/webSignInFlows.js',
];

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
  budget('hooks', 'dist/index.js', '18.3 kB', '{ DiscovrProvider, useCreatePage }'),
  budget('form', 'dist/index.js', '49 kB', '{ DiscovrProvider, PageFilterForm }'),
  budget('profile picker', 'dist/index.js', '48.1 kB', '{ DiscovrProvider, ProfilePicker }'),
  budget('hero and rails', 'dist/index.js', '31.5 kB', '{ DiscovrProvider, Hero, Rail, MediaCard }'),
  budget('title sheet', 'dist/index.js', '35.6 kB', '{ DiscovrProvider, TitleSheet }'),
  budget('page', 'dist/index.js', '42.2 kB', '{ DiscovrProvider, DiscovrPage }'),
  budget('client', 'dist/client/index.js', '8.2 kB', '{ DiscovrClient }'),
  budget('encrypted credential store', 'dist/client/index.js', '1.9 kB', '{ encryptedCredentialStore }'),
  budget('server', 'dist/server/index.js', '28.7 kB', '{ createDiscovrServer }'),
  budget('recordings', 'dist/har/index.js', '5.8 kB', '*'),
  budget('filters', 'dist/filters/index.js', '3.9 kB', '{ describeFilter }'),
  {
    name: 'sign-in by code, at its first call',
    path: 'dist/client/deviceSignIn.js',
    limit: '2.2 kB',
    modifyEsbuildConfig: weigh(),
  },
  {
    name: '`forRequest`, at its first call on a server',
    path: 'dist/server/renderRequest.js',
    limit: '19.4 kB',
    modifyEsbuildConfig: weigh(...loadedLater),
  },
  {
    name: 'all calls, when the client connects',
    path: 'dist/client/calls.js',
    limit: '18.6 kB',
    modifyEsbuildConfig: weigh('*/drift.js'),
  },
  {
    name: 'validation of the form, when the form mounts',
    path: 'dist/components/PageFilterForm/pageFilterResolver.js',
    limit: '10.7 kB',
    modifyEsbuildConfig: weigh('react-hook-form'),
  },
  {
    name: 'sign-in by popup or redirect, at its first call',
    path: 'dist/client/webSignInFlows.js',
    limit: '5.4 kB',
    modifyEsbuildConfig: weigh(),
  },
  { name: 'the largest locale pack', path: 'dist/locales/ar.js', limit: '6.1 kB', modifyEsbuildConfig: weigh() },
  {
    name: 'prompts, beside the filters',
    path: 'dist/prompts/index.js',
    limit: '12.5 kB',
    modifyEsbuildConfig: weigh('../filters/*', '../messages/*'),
  },
  {
    name: 'the largest language of prompts',
    path: 'dist/prompts/languages/ar.js',
    limit: '3.4 kB',
    modifyEsbuildConfig: weigh(),
  },
  { name: 'the stylesheet', path: 'dist/styles.css', limit: '21.4 kB' },
  { name: 'the stylesheet for televisions', path: 'dist/styles.tv.css', limit: '22.2 kB' },
];
