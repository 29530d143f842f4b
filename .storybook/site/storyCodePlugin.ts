import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { storyCode } from '../../scripts/storyCode/storyCode.mjs';

/** Lets Storybook show the code that an app would need for a story, instead of the code of the story. */
export function storyCodePlugin(): Plugin {
  return {
    name: 'story-code',
    enforce: 'pre',
    async transform(code, id) {
      if (!id.endsWith('.stories.tsx')) return undefined;
      const examples = await storyCode(relative(process.cwd(), id), code);
      const lines = Object.entries(examples).map(([name, text]) => setCode(name, JSON.stringify(text)));
      return { code: [code, ...lines].join('\n'), map: null };
    },
  };
}

const setCode = (story: string, text: string) =>
  `${story}.parameters = { ...${story}.parameters, docs: { ...${story}.parameters?.docs, source: { code: ${text}, language: 'tsx' } } };`;
