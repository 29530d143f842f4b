import { composeStory, setProjectAnnotations, type Meta, type StoryObj } from '@storybook/react-vite';
import preview from '../../.storybook/preview.js';
import css from '../../src/styles/styles.css?inline';

declare global {
  interface Window {
    /** Renders a story and plays it. */
    showStory: (file: string, name: string) => Promise<void>;
    /** The names of the stories in each file. */
    storyNames: Readonly<Record<string, readonly string[]>>;
  }
}

type StoryModule = { default: Meta } & Readonly<Record<string, StoryObj>>;

const modules = import.meta.glob<StoryModule>('../../stories/*.stories.tsx', { eager: true });

setProjectAnnotations([preview, { initialGlobals: { emulator: 'page' } }]);

// A test with a Content Security Policy serves the stylesheet.
if (document.styleSheets.length === 0) {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
}

window.storyNames = Object.fromEntries(
  Object.entries(modules).map(([path, module]) => [
    path.replace(/^.*\/(.+)\.stories\.tsx$/, '$1'),
    Object.keys(module).filter((name) => name !== 'default'),
  ]),
);

window.showStory = async (file, name) => {
  const module = modules[`../../stories/${file}.stories.tsx`];
  const story = module?.[name];
  if (!module || !story) throw new Error(`The story ${name} of ${file} does not exist.`);
  await composeStory(story, module.default, undefined, name).run();
};
