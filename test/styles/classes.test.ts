import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
const contentOf = (pattern: RegExp) =>
  files
    .filter((file) => pattern.test(file))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .join('\n');

test('the stylesheets style only classes that a component renders', () => {
  const rendered = new Set(contentOf(/(?<!\.test)\.tsx?$/).match(/discovr-[A-Za-z]+(-[A-Za-z]+)*/g));
  const styled = new Set(contentOf(/\.css$/).match(/(?<=\.)discovr-[A-Za-z]+(-[A-Za-z]+)*/g));
  expect(styled.size).toBeGreaterThan(100);
  expect([...styled].filter((name) => !rendered.has(name))).toEqual([]);
});
