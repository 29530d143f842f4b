import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stateOfFiles } from '../../scripts/stateOfFiles.mjs';

test('what npm start keeps is made again after a file is edited, added or removed, and only then', () => {
  const folder = mkdtempSync(join(tmpdir(), 'discovr-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = (name: string) => join(folder, 'src', name);
  mkdirSync(file('inner'), { recursive: true });
  writeFileSync(file('a.ts'), '1');
  writeFileSync(file('inner/b.ts'), '1');
  const state = () => stateOfFiles([join(folder, 'src')]);

  const first = state();
  expect(state()).toBe(first);
  writeFileSync(file('inner/b.ts'), '12');
  const longer = state();
  expect(longer).not.toBe(first);
  utimesSync(file('a.ts'), 1, 1);
  const later = state();
  expect(later, 'the same size').not.toBe(longer);
  writeFileSync(file('inner/c.ts'), '');
  expect(state()).not.toBe(later);
  rmSync(file('inner/c.ts'));
  expect(state()).toBe(later);
});
