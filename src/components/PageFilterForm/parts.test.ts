import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filterFields, filterKinds } from '../../filters/filterFields.js';
import * as library from '../../index.js';
import { parts } from './parts.js';

const exported: Readonly<Record<string, unknown>> = library;
const section = (file: string, heading: string) =>
  readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8')
    .split(`\n## ${heading}\n`)[1]!
    .split('\n## ')[0]!;

test('each part of the form is exported by its name', () => {
  for (const [name, Part] of Object.entries(parts)) expect(exported[`PageFilterForm${name}`], name).toBe(Part);
});

describe.each(filterKinds)('the filter kind %s', (kind) => {
  const { keys } = filterFields[kind];
  const part = kind.replace(/^./, (letter) => letter.toUpperCase());

  test('has a part of the form', () => {
    expect(Object.keys(parts)).toContain(part);
  });

  test('has its part and its keys in the guides', () => {
    expect(section('form.md', 'Parts')).toContain(`${part}\``);
    for (const key of keys)
      expect(section('filters.md', 'The fields')).toMatch(new RegExp(`^\\|.*\`${key}\`.*\\|.*\\|$`, 'm'));
  });
});
