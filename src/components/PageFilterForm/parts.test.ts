import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filterFields, filterKinds } from '../../filters/filterFields.js';
import * as library from '../../index.js';
import { parts } from './parts.js';

const exported: Readonly<Record<string, unknown>> = library;
const guide = readFileSync(new URL('../../../docs/filters.md', import.meta.url), 'utf8');
const fieldRows = guide
  .split('\n## The fields\n')[1]!
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

test('each part of the form is exported by its name', () => {
  for (const [name, Part] of Object.entries(parts)) expect(exported[`PageFilterForm${name}`], name).toBe(Part);
});

describe.each(filterKinds)('the filter kind %s', (kind) => {
  const { keys } = filterFields[kind];
  const part = kind.replace(/^./, (letter) => letter.toUpperCase());

  test('has a part of the form', () => {
    expect(Object.keys(parts)).toContain(part);
  });

  test('has a row in the docs', () => {
    const row = fieldRows.find((cells) => cells[2] === `\`PageFilterForm${part}\``);
    expect(row?.[0]).toBe(keys.map((key) => `\`${key}\``).join(', '));
    expect(row?.[1]).toMatch(/./);
  });
});
