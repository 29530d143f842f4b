import { readFileSync, readdirSync } from 'node:fs';
import { storyNameFromExport, toId } from 'storybook/internal/csf';

const FOLDER = 'stories';

/** Returns the module and the export of each story, by its id: `{ 'filter-form--empty': { file, name, hasPlay } }`. */
export function readStories() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.stories.tsx'));
  const stories = files.flatMap((name) => {
    const file = `${FOLDER}/${name}`;
    const code = readFileSync(file, 'utf8');
    const [, title] = /\btitle: '([^']+)'/.exec(code);
    const [, ...exports] = code.split(/^export const /m);
    return exports.map((text) => {
      const [each] = /^\w+/.exec(text);
      return [toId(title, storyNameFromExport(each)), { file, name: each, hasPlay: /^  (async )?play\b/m.test(text) }];
    });
  });
  return Object.fromEntries(stories);
}
