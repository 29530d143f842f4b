import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { projectNotes } from './project.js';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a project of manifests (`{}` for a file without content) and of links to its folders. */
function project(manifests: Readonly<Record<string, object>>, links: Readonly<Record<string, string>> = {}): string {
  folder = mkdtempSync(join(tmpdir(), 'discovr-project-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, manifest] of Object.entries(manifests)) {
    write(path.includes('lock') ? path : join(path, 'package.json'), JSON.stringify(manifest));
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(folder, target), join(folder, path), 'junction');
  }
  return folder;
}

const react = (version: string) => ({ version });
const ours = { version: '0.3.0', peerDependencies: { react: '^18.2.0 || ^19.0.0' } };
const asks = (name: string) => ({ dependencies: { 'discovr-react': '*', react: '*', [name]: '*' } });
const usesReact = { version: '1.0.0', dependencies: { react: '*' } };

const both = 'Hooks of one copy do not work with providers of another.';

describe('the notes about a project', () => {
  it('mention packages that are missing or too old', () => {
    const peers = { react: '^18.2.0 || ^19.0.0', 'react-dom': '^18.2.0', other: '^1.0.0', extra: '^1.0.0' };
    const root = project({
      'node_modules/discovr-react': {
        ...ours,
        peerDependencies: peers,
        peerDependenciesMeta: { extra: { optional: true } },
      },
      'node_modules/react': react('18.1.9'),
      'node_modules/react-dom': react('18.3.1'),
    });
    expect(projectNotes(root)).toEqual([
      'react is 18.1.9. This library needs ^18.2.0 || ^19.0.0.',
      'other is not installed. Install ^1.0.0.',
    ]);
  });

  it('do not stop at what is no package', () => {
    const root = project(
      {
        '': { dependencies: { kit: '*', loop: '*' } },
        'node_modules/discovr-react': ours,
        'node_modules/react': react('19.3.1'),
        // A folder in the place of a manifest.
        'node_modules/kit/package.json': {},
      },
      { 'node_modules/loop': 'node_modules/loop' },
    );
    expect(projectNotes(root)).toEqual([]);
  });

  it('do not mention a project with one copy of each, or without this library', () => {
    const one = { 'node_modules/react': react('19.3.1'), 'node_modules/kit': usesReact };
    expect(projectNotes(project({ '': asks('kit'), 'node_modules/discovr-react': ours, ...one }))).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(projectNotes(project({ '': asks('kit'), ...one }))).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(projectNotes(project({ 'package-lock.json': {} }))).toEqual([]);
  });

  it('name a nested copy of React, who uses it, and what to do', () => {
    const root = project({
      '': asks('kit'),
      'package-lock.json': {},
      'node_modules/discovr-react': ours,
      'node_modules/react': react('19.3.1'),
      'node_modules/kit': usesReact,
      'node_modules/kit/node_modules/react': react('18.3.1'),
    });
    expect(projectNotes(root)).toEqual([
      'There are 2 copies of react: node_modules/react (19.3.1, for the app), node_modules/kit/node_modules/react (18.3.1, ' +
        `for kit). ${both} Run "npm ls react", make all ask for one version, and run "npm dedupe".`,
    ]);
  });

  it('name two copies of this library, also in a scope', () => {
    const root = project({
      '': asks('@team/kit'),
      'node_modules/discovr-react': ours,
      'node_modules/react': react('19.3.1'),
      'node_modules/@team/kit': { version: '1.0.0', dependencies: { 'discovr-react': '0.2.0' } },
      'node_modules/@team/kit/node_modules/discovr-react': { ...ours, version: '0.2.0' },
    });
    expect(projectNotes(root)).toEqual([
      expect.stringContaining(
        'copies of discovr-react: node_modules/discovr-react (0.3.0, for the app), node_modules/@team/kit/node_modules/discovr-react (0.2.0, for @team/kit)',
      ),
    ]);
  });

  it('name the React of a linked library, which has its own', () => {
    const root = project(
      {
        app: asks('discovr-react'),
        'app/node_modules/react': react('19.3.1'),
        'discovr-react': ours,
        'discovr-react/node_modules/react': react('19.3.1'),
      },
      { 'app/node_modules/discovr-react': 'discovr-react' },
    );
    expect(projectNotes(join(root, 'app'))).toEqual([
      expect.stringContaining(
        'node_modules/react (19.3.1, for the app), ../discovr-react/node_modules/react (19.3.1, for discovr-react)',
      ),
    ]);
  });

  it('name copies of a workspace and of its root', () => {
    const root = project({
      '': { workspaces: ['apps/*'] },
      'yarn.lock': {},
      'apps/web': asks('react'),
      'apps/web/node_modules/react': react('18.3.1'),
      'node_modules/discovr-react': ours,
      'node_modules/react': react('19.3.1'),
    });
    expect(projectNotes(join(root, 'apps/web'))).toEqual([
      expect.stringMatching(
        /copies of react: node_modules\/react \(18\.3\.1, for the app\), \.\.\/\.\.\/node_modules\/react \(19\.3\.1, for discovr-react\)\. .*"yarn why react"/,
      ),
    ]);
  });

  it('follow the links of pnpm, and leave out what the project does not use', () => {
    const store = 'node_modules/.pnpm';
    const files = {
      '': asks('kit'),
      'pnpm-lock.yaml': {},
      [`${store}/discovr-react@0.3.0/node_modules/discovr-react`]: ours,
      [`${store}/react@19.3.1/node_modules/react`]: react('19.3.1'),
      [`${store}/react@18.3.1/node_modules/react`]: react('18.3.1'),
      [`${store}/kit@1.0.0/node_modules/kit`]: usesReact,
    };
    const links = (version: string) => ({
      'node_modules/discovr-react': `${store}/discovr-react@0.3.0/node_modules/discovr-react`,
      'node_modules/react': `${store}/react@19.3.1/node_modules/react`,
      'node_modules/kit': `${store}/kit@1.0.0/node_modules/kit`,
      [`${store}/discovr-react@0.3.0/node_modules/react`]: `${store}/react@19.3.1/node_modules/react`,
      [`${store}/kit@1.0.0/node_modules/react`]: `${store}/react@${version}/node_modules/react`,
    });
    expect(projectNotes(project(files, links('19.3.1')))).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(projectNotes(project(files, links('18.3.1')))).toEqual([
      expect.stringMatching(
        /react@19\.3\.1\/node_modules\/react .*react@18\.3\.1\/node_modules\/react .*for kit.*"pnpm why react".*"pnpm dedupe"/,
      ),
    ]);
  });

  it('leave out the copy of a tool for development, and end where packages need each other', () => {
    const root = project({
      '': { ...asks('one'), devDependencies: { tool: '*' } },
      'node_modules/discovr-react': ours,
      'node_modules/react': react('19.3.1'),
      'node_modules/tool': usesReact,
      'node_modules/tool/node_modules/react': react('18.3.1'),
      'node_modules/one': { version: '1.0.0', dependencies: { two: '*' } },
      'node_modules/two': { version: '1.0.0', dependencies: { one: '*', missing: '*' } },
    });
    expect(projectNotes(root)).toEqual([]);
  });
});
