import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs `*.bench.ts`: creates and reads pages and their first rows, with the catalog and with 100,000 titles, and reads
 * wishes of 10,000 and 100,000 characters.
 */
export function measurePages(root, resultFile) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'bench', '--run', '--project', 'unit', '--outputJson', resultFile],
    { cwd: root, env: { ...process.env, NODE_ENV: 'test' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The benchmark of pages and wishes failed: ${stderr}`);
  const { files } = JSON.parse(readFileSync(resultFile, 'utf8'));
  return files
    .flatMap(({ groups }) => groups)
    .flatMap(({ fullName, benchmarks }) =>
      benchmarks.map(({ name, median }) => ({
        name: `${fullName.split(' > ').pop()}, ${name}`,
        ms: median,
        ratio: median / benchmarks[0].median,
      })),
    );
}
