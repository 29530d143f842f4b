import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const guide = readFileSync('docs/upgrading.md', 'utf8');
const [, table = ''] = /### By search and replace\n+([^]*?)\n\n/.exec(guide) ?? [];
const script = 'docs/upgrade-0.3.mjs';

test('the script of the upgrade guide changes an app as its table says', () => {
  const rows = [...table.matchAll(/^\| `(.*)` \| `(.*)` \|$/gm)].map(([, before = '', after = '']) => ({
    before,
    after,
  }));
  expect(rows.length).toBeGreaterThan(10);
  const folder = mkdtempSync(join(tmpdir(), 'upgrading-'));
  const fileOf = (index: number) => join(folder, `${index}.tsx`);
  try {
    rows.forEach(({ before }, index) => writeFileSync(fileOf(index), before));
    execFileSync(process.execPath, [script, folder]);
    const results = rows.map(({ before }, index) => ({ before, after: readFileSync(fileOf(index), 'utf8') }));
    expect(results).toEqual(rows);
    // A second run changes nothing.
    execFileSync(process.execPath, [script, folder]);
    expect(rows.map((_row, index) => readFileSync(fileOf(index), 'utf8'))).toEqual(rows.map(({ after }) => after));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
