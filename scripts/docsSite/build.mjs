#!/usr/bin/env node
// Builds the site into the folder site/: Storybook with the guides, their Markdown, and llms.txt. All URLs are relative,
// so the folder works at any path of any host.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { llmsText } from './llmsText.mjs';
import { readPages } from './readPages.mjs';

const FOLDER = 'site';

rmSync(FOLDER, { recursive: true, force: true });
run('node_modules/storybook/dist/bin/dispatcher.js', 'build', '--output-dir', FOLDER, '--quiet');

const pages = readPages();
for (const { file, text } of pages) {
  mkdirSync(dirname(`${FOLDER}/${file}`), { recursive: true });
  writeFileSync(`${FOLDER}/${file}`, text);
}
cpSync('docs/images', `${FOLDER}/docs/images`, { recursive: true });
cpSync('LICENSE', `${FOLDER}/LICENSE`);
writeFileSync(`${FOLDER}/llms.txt`, llmsText(JSON.parse(readFileSync('package.json', 'utf8')), pages));
console.log(`The site is in ${FOLDER}/.`);

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
