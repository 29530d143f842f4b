import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const layers = ['messages', 'filters', 'api', 'session', 'client', 'react', 'ui', 'components'];
const folders = [...layers, 'api/schemas', 'locales', 'emulator', 'testing'];
const allowed: Record<string, string[]> = {
  ...Object.fromEntries(layers.map((layer, index) => [layer, layers.slice(0, index)])),
  locales: ['messages'],
  emulator: ['messages', 'filters', 'api/schemas'],
};
const withoutReact = [...layers.slice(0, layers.indexOf('react')), 'locales', 'emulator'];

let project: string;
const refusals = new Map<string, string[]>();

/** Lints, with the rules of this project, files that hold nothing but imports. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'import-directions-'));
  // Types play no part in where an import leads, and finding them takes an installed project.
  const rules = readFileSync('.oxlintrc.json', 'utf8').replace('"typeAware": true', '"typeAware": false');
  writeFileSync(join(project, '.oxlintrc.json'), rules);
  for (const folder of Object.keys(allowed)) {
    write(`src/${folder}/module.ts`, [...folders.map((to) => `../${to}/other.js`), '../index.js', 'react']);
    write(`src/${folder}/deeper/module.ts`, [...folders.map((to) => `../../${to}/other.js`), '@tanstack/react-query']);
    write(`src/${folder}/module.test.ts`, ['../testing/index.js', '../emulator/index.js']);
  }
  const oxlint = resolve('node_modules/.bin/oxlint');
  const { stdout } = spawnSync(oxlint, ['src', '--format', 'json'], { cwd: project, encoding: 'utf8' });
  for (const { code, filename, message } of (JSON.parse(stdout) as LintReport).diagnostics) {
    if (!code.includes('no-restricted-imports')) continue;
    const [, specifier = ''] = /^'(.+?)'/.exec(message) ?? [];
    refusals.set(filename, [...(refusals.get(filename) ?? []), specifier]);
  }
});

afterAll(() => rmSync(project, { recursive: true }));

interface LintReport {
  diagnostics: { code: string; filename: string; message: string }[];
}

function write(path: string, specifiers: string[]) {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), specifiers.map((specifier) => `import '${specifier}';\n`).join(''));
}

function refusedFolders(path: string): string[] {
  return folders.filter((folder) =>
    refusals.get(path)?.some((specifier) => specifier.replace(/^(\.\.\/)+/, '') === `${folder}/other.js`),
  );
}

test.each(Object.entries(allowed))('src/%s can import only from %j and itself', (folder, others) => {
  // Who may import a folder may import what is in it.
  const mine = [folder, ...others, ...(others.includes('api') || folder === 'api' ? ['api/schemas'] : [])];
  const expected = folders.filter((other) => !mine.includes(other));
  expect(refusedFolders(`src/${folder}/module.ts`)).toEqual(expected);
  expect(refusedFolders(`src/${folder}/deeper/module.ts`)).toEqual(expected);
  expect(refusals.get(`src/${folder}/module.ts`)).toContain('../index.js');
});

test.each(withoutReact)('src/%s can be used without React', (folder) => {
  expect(refusals.get(`src/${folder}/module.ts`)).toContain('react');
  expect(refusals.get(`src/${folder}/deeper/module.ts`)).toContain('@tanstack/react-query');
});

test.each(Object.keys(allowed))('tests of src/%s can use the embedded Discovr', (folder) => {
  expect(refusals.get(`src/${folder}/module.test.ts`)).toBeUndefined();
});
