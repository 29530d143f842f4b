import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { llmsText } from '../../scripts/docsSite/llmsText.mjs';
import { headingsOf } from '../../scripts/docsSite/markdown.mjs';
import { readPages } from '../../scripts/docsSite/readPages.mjs';

const pages = readPages();
const api = pages.filter(({ title }) => title.startsWith('API/'));
const headings = new Set(api.flatMap(({ text }) => headingsOf(text)).map(({ text }) => text));
const names = readFileSync('test/exports.txt', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('  '))
  .map((line) => line.trim().replace(/^type /, ''));

/** Returns the table of an export. */
function tableOf(name: string): string {
  const page = api.find(({ text }) => headingsOf(text).some((heading) => heading.text === name));
  return page!.text.split(`# \`${name}\`\n`)[1]!.split(/\n#{2,3} /)[0]!;
}

test('every export of the package has a section in the API pages', () => {
  expect(names.filter((name) => !headings.has(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(400);
});

test('a component shows inherited props, with type, description and default', () => {
  const props = tableOf('RailProps');
  expect(props).toMatch(/\| `headingLevel\?` \| `2 \\\| 3 \\\| 4` \| Level of the heading\. \| `2` \|/);
  expect(props).toMatch(/\| `items` \| `readonly RowItem\[\]` \| .+ \| required \|/);
  expect(props, 'a prop of an interface that it extends').toContain('`onItemClick?`');
  expect(props, 'an attribute of the element').not.toContain('`aria-label?`');
});

test('the client shows its public methods and nothing private', () => {
  expect(tableOf('DiscovrClient')).toContain('| `createPage` |');
  expect(tableOf('DiscovrClient')).not.toContain('#');
});

test('every guide of the repository is a page of the site', () => {
  const files = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const listed = pages.filter(({ isGenerated }) => !isGenerated).map(({ file }) => file);
  expect(listed.filter((file) => file.startsWith('docs/')).sort()).toEqual(files.map((file) => `docs/${file}`).sort());
  expect(listed.filter((file) => !existsSync(file))).toEqual([]);
});

it.each(pages.map(({ title, text }) => [title, text] as const))('the page %s has one title', (_, text) => {
  expect(headingsOf(text).filter(({ level }) => level === 1)).toHaveLength(1);
});

test('llms.txt links to the Markdown of each page and says what it is about', () => {
  const text = llmsText({ name: 'discovr-react', description: 'React hooks.' }, pages);
  expect(text).toMatch(/^# discovr-react\n\n> React hooks\.\n\n## Read me\n\n- \[Read me\]\(README\.md\): /);
  expect(text.match(/^- \[.+\]\(.+\.md\): .+\.$/gm)).toHaveLength(pages.length);
});
