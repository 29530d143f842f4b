import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

test('the examples of controls for a remote are the code of the story that tests them', () => {
  const section = /## Your own elements\n([\s\S]*?)\n## /.exec(read('docs/television.md'))![1]!;
  const examples = [...section.matchAll(/```tsx\n([\s\S]*?)```/g)].map(([, code]) => code!);
  expect(examples).toHaveLength(3);
  const story = read('stories/support/OwnElements.tsx').replaceAll(/\/\*\*[^\n]*\*\/\n/g, '');
  for (const code of examples.flatMap((example) => example.trim().split('\n\n'))) expect(story).toContain(code);
});
