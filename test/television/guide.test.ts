import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const APPS = 'test/consumers';
const guide = readFileSync('docs/television.md', 'utf8');

/** The code blocks of the guide, without the indentation of the list around them. */
const blocks = [...guide.matchAll(/^( *)```\w+\n(.*?)^ *```$/gms)].map(([, indent = '', code = '']) =>
  code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

describe('docs/television.md contains the file that `npm run test:consumers` tests', () => {
  test.each(['vite-television/src/App.tsx', 'vite-television/src/index.css', 'webpack-television/webpack.config.js'])(
    '%s',
    (file) => expect(blocks).toContain(readFileSync(`${APPS}/${file}`, 'utf8')),
  );

  test('vite-television/vite.config.ts, with another target', () => {
    const tested = readFileSync(`${APPS}/vite-television/vite.config.ts`, 'utf8');
    expect(tested).toContain("'chrome85'");
    expect(blocks).toContain(tested.replace("'chrome85'", "'chrome108'"));
  });

  test('vite-television/src/main.tsx, at least its polyfills', () => {
    const tested = readFileSync(`${APPS}/vite-television/src/main.tsx`, 'utf8');
    expect(blocks.filter((block) => tested.startsWith(block))).toHaveLength(1);
  });
});

test('the table of packages in docs/television.md has the versions that the apps install', () => {
  const installed = ['vite', 'webpack'].map(
    (name) =>
      // npm requires this shape.
      JSON.parse(readFileSync(`${APPS}/${name}-television/package.json`, 'utf8')) as {
        dependencies: Readonly<Record<string, string>>;
      },
  );
  for (const { dependencies } of installed) {
    for (const name of ['react', '@tanstack/react-query', 'react-hook-form']) {
      const row = guide.split('\n').find((line) => line.startsWith(`| ${name}`));
      expect(row).toContain(` ${dependencies[name]} `);
    }
  }
});
