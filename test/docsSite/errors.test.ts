import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { slugOf } from '../../scripts/docsSite/slugOf.mjs';
import { DiscovrError } from '../../src/shared/errors.js';
import { errorMessage } from '../../src/messages/errorMessage.js';
import { en } from '../../src/messages/en.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const [, union] = /export type KnownErrorCode =([^;]*);/.exec(read('src/shared/errors.ts'))!;
const codes = [...union!.matchAll(/'(\w+)'/g)].map(([, code]) => code!);
const sections = new Map(
  read('docs/errors.md')
    .split(/^## /m)
    .slice(1)
    .map((section) => [/^`(\w+)`/.exec(section)![1]!, section] as const),
);

/** Returns the text of a point of a section, such as its causes, as one line. */
const point = (section: string, name: string) =>
  new RegExp(`^- \\*\\*${name}:\\*\\* ([\\s\\S]+?)(?=\\n- \\*\\*|\\n*$(?![\\s\\S]))`, 'm')
    .exec(section)?.[1]
    ?.replaceAll(/\s+/g, ' ');

test('every known code has a section in the docs, and there are no other sections', () => {
  expect([...sections.keys()].sort()).toEqual([...codes].sort());
});

describe.each([...sections])('the section about %s', (code, section) => {
  it.each(['Causes', 'The library', 'Your app', 'Users see'])('says the point "%s"', (name) => {
    expect(point(section, name)).toBeTruthy();
  });

  it('quotes the message that users see', () => {
    const quoted = code === 'USER_CANCELLED' ? 'nothing.' : `“${errorMessage({ code }, en)}”`;
    expect(point(section, 'Users see')).toContain(quoted);
  });

  it('is where an error of this code links to', () => {
    const [, anchor] = new DiscovrError(code, 'Why.').guide.split('#');
    expect(anchor).toBe(slugOf(code));
  });
});
