import { defineMain } from '@storybook/react-vite/node';

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  // The build settings in vite.config.ts are for the package, not for Storybook.
  viteFinal: ({ build, ...config }) => ({
    ...config,
    // Storybook adds these targets again, and the bundler rejects a repeated language version.
    build: {
      ...build,
      target: [build?.target || []].flat().filter((name) => name !== 'es2022'),
      lib: false,
      rollupOptions: {},
    },
  }),
});
