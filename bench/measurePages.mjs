import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Making and reading a page and its first rows over the catalogue and over 100,000 titles, by the files `*.bench.ts`. */
export function measurePages(root, resultFile) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'bench', '--run', '--project', 'unit', '--outputJson', resultFile],
    { cwd: root, env: { ...process.env, NODE_ENV: 'test' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The bench of making pages failed: ${stderr}`);
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
