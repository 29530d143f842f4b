/** Only React is left out: other peers are weighed too, since an app may not have them yet. */
const modifyEsbuildConfig = (config) => ({ ...config, format: 'esm', external: ['react', 'react-dom'] });

const budget = (name, path, limit, names) => ({ name, path, import: names, limit, modifyEsbuildConfig });

export default [
  budget('hooks', 'dist/index.js', '30 kB', '{ DiscovrProvider, useCreatePage }'),
  budget('form', 'dist/index.js', '55 kB', '{ DiscovrProvider, PageFilterForm }'),
  budget('client', 'dist/client/index.js', '16 kB', '{ DiscovrClient }'),
  budget('filters', 'dist/filters/index.js', '3.2 kB', '{ describeFilter }'),
  { name: 'stylesheet', path: 'dist/styles.css', limit: '6 kB' },
];
