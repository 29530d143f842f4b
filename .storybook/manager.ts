import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

const base = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

addons.setConfig({
  theme: create({ base, brandTitle: 'discovr-react', brandUrl: './' }),
  // Their many pages would keep the first story from being shown for a second. The search finds them, too.
  sidebar: { collapsedRoots: ['api', 'errors', 'reference', 'contributing'] },
  // The first story has no controls and fills the window.
  layoutCustomisations: {
    showPanel: ({ storyId }: { storyId?: string }, isShown: boolean) => isShown && !storyId?.startsWith('start--'),
  },
});
