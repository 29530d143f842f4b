#!/usr/bin/env node
// Rejects the phrases of scripts/words.mjs in sources, tests, stories and docs. It does not replace reading.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { phrases } from './words.mjs';

const TEXT = /\.(md|mjs|js|jsx|ts|tsx|css|html)$/;
/** Not checked: synopses of titles, texts in other languages, old names in the changelog, and the list itself. */
const SKIPPED = /^(src\/emulator\/catalog\/.*\.data\.ts|src\/locales\/(?!en\b)|scripts\/words\.mjs|CHANGELOG\.md)/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => TEXT.test(file) && !SKIPPED.test(file));

const findings = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      phrases
        .filter(({ phrase }) => phrase.test(line))
        .map(({ phrase, instead }) => `${file}:${index + 1}: “${phrase.exec(line)?.[0]}”: ${instead}`),
    ),
);
for (const finding of findings) console.error(finding);
console.log(`${findings.length} phrases to replace in ${files.length} files`);
process.exit(findings.length > 0 ? 1 : 0);
