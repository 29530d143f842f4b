import { fileURLToPath } from 'node:url';
import { defineMain } from '@storybook/react-vite/node';
import { mergeConfig } from 'vite';

/**
 * Set by `npm run test:engines`, to build the stories as an app for old televisions does: with the syntax and the
 * stylesheet for Chromium 85.
 */
const isForTelevision = process.env['DISCOVR_STORIES_FOR_TELEVISION'] !== undefined;
const televisionStyles = {
  find: /^.*\/styles\/styles\.css$/,
  replacement: fileURLToPath(new URL('../dist/styles.tv.css', import.meta.url)),
};

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  // The build settings in vite.config.ts are for the package, not for Storybook.
  viteFinal({ build, ...config }) {
    // Storybook adds these targets again, and the bundler rejects a repeated language version.
    const targets = [build?.target || []].flat().filter((name) => name !== 'es2022');
    return mergeConfig(config, {
      build: { ...build, target: isForTelevision ? 'chrome85' : targets, lib: false, rollupOptions: {} },
      resolve: { alias: isForTelevision ? [televisionStyles] : [] },
    });
  },
});
