import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineMain } from '@storybook/react-vite/node';
import { build, mergeConfig, type BuildEnvironmentOptions, type Plugin, type PluginOption } from 'vite';
import { forTelevision } from '../scripts/stylesheets/television/forTelevision.mjs';
import { bundledSources } from './bundledSources.js';
import { storyCodePlugin } from './site/storyCodePlugin.js';

/**
 * Set by `npm run test:engines`, to build the stories as an app for old televisions does: with the syntax and the
 * stylesheet for Chromium 85.
 */
const isForTelevision = process.env['DISCOVR_STORIES_FOR_TELEVISION'] !== undefined;
/** Whether Storybook has the pages of the site. They are no tests, and old televisions need only the stories. */
const hasPages = !isForTelevision && process.env['VITEST'] === undefined;
/** Writes the pages while Storybook starts. Other programs read this file too. */
const written =
  hasPages && process.env['STORYBOOK'] !== undefined
    ? once(spawn(process.execPath, ['scripts/docsSite/writePages.mjs'], { stdio: 'inherit' }), 'close')
    : undefined;
/** Packages of the sources and the pages. Vite would reload the page when it finds one that it has not prepared. */
const packages = [
  '@hookform/resolvers',
  '@storybook/addon-docs/blocks',
  '@tanstack/react-query',
  'hono',
  'hono/jwt',
  'react-dom/client',
  'react-hook-form',
  'storybook/internal/csf',
  'storybook/test',
  'storybook/theming',
  'uqr',
  'zod/mini',
];
const builtTelevisionStyles = {
  find: /^.*\/styles\/styles\.css$/,
  replacement: fileURLToPath(new URL('../dist/styles.tv.css', import.meta.url)),
};

/** Serves `styles.tv.css`, which the stories load for televisions of 2022 and 2023. */
function televisionStyles(target: NonNullable<BuildEnvironmentOptions['target']>): Plugin {
  const fileName = 'styles.tv.css';
  let text: Promise<string> | undefined;
  const read = async () => {
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        target,
        write: false,
        minify: false,
        cssCodeSplit: true,
        lib: { entry: { styles: 'src/styles/styles.css' }, formats: ['es'] },
      },
    });
    const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
    const css = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
    if (css?.type !== 'asset') throw new Error('Vite built no stylesheet.');
    return forTelevision(String(css.source), readFileSync('src/styles/chromium85.css', 'utf8'));
  };
  return {
    name: 'television-styles',
    configureServer({ middlewares }) {
      middlewares.use(`/${fileName}`, (_, response, next) => {
        text ??= read();
        text.then((css) => response.setHeader('Content-Type', 'text/css').end(css), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await read() });
    },
  };
}

/** Whether a plugin adds the descriptions of props that Storybook's controls show. */
const describesProps = (plugin: PluginOption): plugin is Plugin =>
  typeof plugin === 'object' && 'name' in plugin! && plugin.name === 'storybook:react-docgen-plugin';

export default defineMain({
  framework: '@storybook/react-vite',
  async stories() {
    if ((await written)?.[0]) throw new Error('The pages of the site cannot be written. The lines above say why.');
    return [...(hasPages ? ['./pages/*.mdx'] : []), '../stories/**/*.stories.tsx'];
  },
  features: { experimentalSearchDocsHeadings: true, sidebarOnboardingChecklist: false },
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  // The build settings in vite.config.ts are for the package, not for Storybook.
  viteFinal({ build: options, ...config }) {
    // Storybook adds its targets again, and the bundler rejects a repeated language version.
    const targets = [options?.target || []].flat().filter((name) => name !== 'es2022');
    return mergeConfig(config, {
      // Transforms what the first story needs while the browser opens.
      server: { warmup: { clientFiles: hasPages ? ['.storybook/preview.tsx', 'stories/Start.stories.tsx'] : [] } },
      optimizeDeps: { include: hasPages ? packages : [] },
      plugins: [
        televisionStyles(targets),
        hasPages && storyCodePlugin(),
        hasPages && bundledSources(config.plugins?.filter(describesProps) ?? []),
      ],
      build: { ...options, target: isForTelevision ? 'chrome85' : targets, lib: false, rollupOptions: {} },
      resolve: { alias: isForTelevision ? [builtTelevisionStyles] : [] },
    });
  },
});
