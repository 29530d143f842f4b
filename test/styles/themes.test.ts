import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = 'src/themes';
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
const guide = readFileSync('docs/styling.md', 'utf8');

describe.each(readdirSync(folder))('the look %s', (file) => {
  const css = readFileSync(join(folder, file), 'utf8');

  test('sets only variables that the guide documents', () => {
    const set = new Set([...css.matchAll(/(--(?:d|discovr)-[\w-]+)\s*:/g)].map(([, name]) => name));
    expect(set.size).toBeGreaterThan(5);
    expect([...set].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  test('can be imported from the package', () => {
    expect(exports).toHaveProperty([`./themes/${file}`]);
  });
});
