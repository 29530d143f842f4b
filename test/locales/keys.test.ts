import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../src/locales/en.js';

test('docs/messages.md lists every key (to update: `UPDATE_KEYS=1 npm test -- test/locales`)', () => {
  const lines = Object.entries(en).map(([section, messages]) => {
    const keys = Object.keys(messages).map((key) => `\`${key}\``);
    return `- \`${section}\`: ${keys.join(', ')}\n`;
  });
  const read = () => readFileSync('docs/messages.md', 'utf8');
  const current = read().replace(/(?<=## Keys\n\n.*\n\n)(- .*\n)+/, lines.join(''));
  if (process.env['UPDATE_KEYS']) writeFileSync('docs/messages.md', current);
  expect(read()).toBe(current);
});
