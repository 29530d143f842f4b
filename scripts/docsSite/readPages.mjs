import { readFileSync, readdirSync } from 'node:fs';
import { apiPages } from './apiPages.mjs';
import { errorPages } from './errorPages.mjs';
import { firstSentence, headingsOf } from './markdown.mjs';
import { API, DECISIONS, ERRORS, pageGroups } from './pageList.mjs';
import { readExports } from './readExports.mjs';

/**
 * Reads the pages of the site in the order of the sidebar: `{ file, title, about, text, isGenerated }`. `file` is the
 * path in the repository, or for a generated page the path it would have there. Links are relative to it.
 */
export function readPages() {
  const written = Object.entries(pageGroups).map(([group, pages]) => [
    group,
    pages.map(({ file, title, about }) => ({
      file,
      title: title ? `${group}/${title}` : group,
      about,
      text: read(file),
    })),
  ]);
  const pages = written.flatMap(([group, list]) => (group === ERRORS ? [generatedApi(), list, errors()].flat() : list));
  return [...pages, ...decisions()];
}

const read = (file) => readFileSync(file, 'utf8');

const generated = (group, pages) =>
  pages.map((page) => ({ ...page, title: `${group}/${page.title}`, isGenerated: true }));
const generatedApi = () => generated(API, apiPages(readExports()));
const errors = () => generated(ERRORS, errorPages(read('docs/errors.md')));

function decisions() {
  const files = readdirSync('docs/decisions')
    .sort()
    .map((name) => `docs/decisions/${name}`);
  return files.map((file) => {
    const text = read(file);
    const [{ text: title }] = headingsOf(text);
    return { file, title: `${DECISIONS}/${title.replaceAll('/', ' ')}`, about: firstSentence(text) ?? title, text };
  });
}
