#!/usr/bin/env node
// Writes a Storybook page for each page of the site into .storybook/pages, unless nothing has changed. Each imports its
// Markdown, so the pages of files of the repository follow their file while Storybook runs.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { stateOfFiles } from '../stateOfFiles.mjs';
import { headingsOf, linksOf } from './markdown.mjs';
import { slugOf } from './slugOf.mjs';

const FOLDER = '.storybook/pages';
/** Says from what the pages were made. */
const STATE = `${FOLDER}/state.txt`;
const guides = readdirSync('.').filter((name) => name.endsWith('.md'));
const settings = ['package.json', 'package-lock.json', 'tsconfig.json'];
const state = stateOfFiles(['src', 'docs', 'stories', 'scripts', ...guides, ...settings]);
if (existsSync(STATE) && readFileSync(STATE, 'utf8') === state) process.exit();

// They load TypeScript and Storybook, which takes longer than the check above.
const [{ readPages }, { readStories }] = await Promise.all([import('./readPages.mjs'), import('./storyModules.mjs')]);
const pages = readPages();
const stories = readStories();

const faults = pages.flatMap(faultsOf);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
pages.forEach((page, index) => {
  const name = `${String(index).padStart(3, '0')}-${slugOf(page.title.replaceAll('/', ' '))}`;
  if (page.isGenerated) writeFileSync(`${FOLDER}/${name}.md`, page.text);
  writeFileSync(`${FOLDER}/${name}.mdx`, storybookPage(page, page.isGenerated ? `./${name}.md` : `../../${page.file}`));
});
writeFileSync(
  `${FOLDER}/titles.json`,
  JSON.stringify(Object.fromEntries(pages.map(({ file, title }) => [file, title])), undefined, 2),
);
writeFileSync(STATE, state);

function storybookPage({ file, title, text }, source) {
  const ids = storiesIn(text);
  const files = [...new Set(ids.map((id) => stories[id].file))];
  const imports = files.map((each, index) => `import * as stories${index} from '../../${each.replace(/\.tsx$/, '')}';`);
  const examples = ids.map((id) => `'${id}': stories${files.indexOf(stories[id].file)}.${stories[id].name}`);
  return [
    "import { Meta, SitePage } from '../site/SitePage.js';",
    `import text from '${source}?raw';`,
    ...imports,
    '',
    `<Meta title={${JSON.stringify(title)}} />`.replace('{"', '"').replace('"}', '"'),
    '',
    `<SitePage file="${file}" text={text} examples={{ ${examples.join(', ')} }}>`,
    '',
    // Storybook's search finds these headings. `SitePage` shows those of the text instead.
    ...headingsOf(text).map(({ level, text: heading }) => `${'#'.repeat(level)} ${escaped(heading)}\n`),
    '</SitePage>',
    '',
  ].join('\n');
}

function escaped(heading) {
  return heading.replaceAll(/[<>{}*_[\]\\]/g, String.raw`\$&`);
}

function storiesIn(text) {
  return [...new Set([...text.matchAll(/^<!-- story: ([\w-]+)(?: \d+)? -->$/gm)].map(([, id]) => id))];
}

/** Returns a message for each link to a missing file or heading, and for each unknown story of a page. */
function faultsOf({ file, text }) {
  const links = linksOf(text).filter((target) => !/^[a-z]+:/.test(target));
  const dead = links
    .filter((target) => !isKnown(file, target))
    .map((target) => `${file}: no page has the link ${target}`);
  const unknown = storiesIn(text).filter((id) => !stories[id]);
  // It would take the focus away from the reader.
  const playing = storiesIn(text).filter((id) => stories[id]?.hasPlay);
  return [
    ...dead,
    ...unknown.map((id) => `${file}: there is no story ${id}`),
    ...playing.map((id) => `${file}: the story ${id} has a play function, which is not allowed in a guide`),
  ];
}

function isKnown(file, target) {
  const [path, anchor] = target.split('#');
  const wanted = path === '' ? file : posix.join(posix.dirname(file), path);
  const page = pages.find((each) => each.file === wanted);
  if (page) return anchor === undefined || headingsOf(page.text).some(({ text }) => slugOf(text) === anchor);
  return existsSync(wanted) && anchor === undefined;
}
