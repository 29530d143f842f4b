import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogTitles } from '../src/emulator/catalog/catalog.js';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

test('the examples of controls for a remote are the code of the story that tests them', () => {
  const section = /## Your own elements\n([\s\S]*?)\n## /.exec(read('docs/television.md'))![1]!;
  const examples = [...section.matchAll(/```tsx\n([\s\S]*?)```/g)].map(([, code]) =>
    code!.replaceAll(/^import .*\n/gm, ''),
  );
  expect(examples).toHaveLength(2);
  const story = read('stories/support/OwnElements.tsx').replaceAll(/\/\*\*[^\n]*\*\/\n/g, '');
  for (const code of examples.flatMap((example) => example.trim().split('\n\n'))) expect(story).toContain(code);
});

test('the ids of titles in the examples exist in the embedded Discovr', () => {
  const ids = new Set(catalogTitles().map(({ id, mediaType }) => `${mediaType === 'movie' ? 'MV' : 'TV'}_${id}`));
  const filesOf = (folder: string) =>
    readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    );
  const guides = ['README.md', 'SKILL.md', ...filesOf('docs').filter((file) => file.endsWith('.md'))].map(read);
  // Doc comments have examples too.
  const comments = filesOf('src')
    .filter((file) => /(?<!\.(test|data))\.tsx?$/.test(file))
    .flatMap((file) => read(file).match(/^ *\*.*$/gm) ?? []);
  const used = [...guides, ...comments].flatMap((text) => text.match(/\b(MV|TV)_\d+/g) ?? []);
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((id) => !ids.has(id))).toEqual([]);
});

test('the example of the README is the code of the story beside it', () => {
  const [, code] = /### 2\. .*?```tsx\n.*?(function Browse.*?)```/s.exec(read('README.md'))!;
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  expect(flat(read('stories/Examples.stories.tsx'))).toContain(flat(code!));
});

test('the samples with Suspense and error boundaries are the code of the test that runs them', () => {
  const [section] = /## Suspense and error boundaries\n[\s\S]*?\n## /.exec(read('docs/data.md'))!;
  const samples = [...section.matchAll(/```tsx\n([\s\S]*?)```/g)].map(([, code]) =>
    code!.replaceAll(/^import .*\n/gm, ''),
  );
  expect(samples).toHaveLength(2);
  for (const code of samples) expect(read('test/suspense.test.tsx')).toContain(code.trim());
});
