import { readFileSync, readdirSync } from 'node:fs';
import { storyNameFromExport, toId } from 'storybook/internal/csf';

const FOLDER = 'stories';

/** Returns the module and the export of each story, by its id: `{ 'filter-form--empty': { file, name } }`. */
export function readStories() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.stories.tsx'));
  const stories = files.flatMap((name) => {
    const file = `${FOLDER}/${name}`;
    const code = readFileSync(file, 'utf8');
    const [, title] = /\btitle: '([^']+)'/.exec(code);
    const exports = [...code.matchAll(/^export const (\w+)/gm)].map(([, each]) => each);
    return exports.map((each) => [toId(title, storyNameFromExport(each)), { file, name: each }]);
  });
  return Object.fromEntries(stories);
}
