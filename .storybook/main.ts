import { defineMain } from '@storybook/react-vite/node';

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  // The library's own build settings are for its packages, not for the catalogue of stories.
  viteFinal: ({ build, ...config }) => ({
    ...config,
    // Storybook passes the targets on twice, and the bundler refuses a language version that comes twice.
    build: {
      ...build,
      target: [build?.target || []].flat().filter((name) => name !== 'es2022'),
      lib: false,
      rollupOptions: {},
    },
  }),
});
