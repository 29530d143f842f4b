import reboot from 'bootstrap/dist/css/bootstrap-reboot.css?inline';
import normalize from 'normalize.css/normalize.css?inline';
import preflight from 'tailwindcss/preflight.css?inline';
import astro from './templates/astro.css?inline';
import handmade from './templates/handmade.css?inline';
import next from './templates/next.css?inline';
import vite from './templates/vite.css?inline';

/** Stylesheets that an app may have: those of common templates, common resets, and a house style. */
export const templates: Readonly<Record<string, string>> = {
  vite,
  next,
  astro,
  normalize,
  reboot,
  preflight,
  'preflight in a layer': `@layer base { ${preflight} }`,
  'a house style': handmade,
};
