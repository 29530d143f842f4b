import { composeStory, setProjectAnnotations, type Meta, type StoryObj } from '@storybook/react-vite';
import preview from '../../.storybook/preview.js';
import css from '../../src/styles/styles.css?inline';

declare global {
  interface Window {
    /** Renders a story and plays it. */
    showStory: (file: string, name: string) => Promise<void>;
  }
}

type StoryModule = { default: Meta } & Readonly<Record<string, StoryObj>>;

const modules = import.meta.glob<StoryModule>('../../stories/*.stories.tsx', { eager: true });

setProjectAnnotations([preview, { initialGlobals: { emulator: 'page' } }]);

const sheet = document.createElement('style');
sheet.textContent = css;
document.head.append(sheet);

window.showStory = async (file, name) => {
  const module = modules[`../../stories/${file}.stories.tsx`];
  const story = module?.[name];
  if (!module || !story) throw new Error(`The story ${name} of ${file} does not exist.`);
  await composeStory(story, module.default, undefined, name).run();
};
