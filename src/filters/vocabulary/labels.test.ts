import { expect, test, vi } from 'vitest';
import { labelsFrom } from './defaultVocabulary.js';
import type { LabelOf } from './vocabulary.js';

test('labelsFrom returns the label from the list of the kind', () => {
  const labelOf = labelsFrom({ genres: [{ id: '35', label: 'Comedy' }], regions: [{ id: 'DE', label: 'Germany' }] });
  expect(labelOf('genres', '35')).toBe('Comedy');
  expect(labelOf('regions', 'DE')).toBe('Germany');
});

test('labelsFrom keeps equal ids of different kinds separate', () => {
  const labelOf = labelsFrom({
    genres: [{ id: '35', label: 'Comedy' }],
    watchProviders: [{ id: '35', label: 'Rakuten' }],
  });
  expect(labelOf('genres', '35')).toBe('Comedy');
  expect(labelOf('watchProviders', '35')).toBe('Rakuten');
  expect(labelOf('keywords', '35')).toBeUndefined();
});

test('labelsFrom calls the fallback only for ids that no list has', () => {
  const fallback = vi.fn<LabelOf>((kind, id) => (id === '18' ? `${kind} ${id}` : undefined));
  const labelOf = labelsFrom({ genres: [{ id: '35', label: 'Comedy' }] }, fallback);
  expect(labelOf('genres', '35')).toBe('Comedy');
  expect(fallback).not.toHaveBeenCalled();
  expect(labelOf('genres', '18')).toBe('genres 18');
  expect(labelOf('genres', '1')).toBeUndefined();
});

test('labelsFrom without lists returns no label, not even for inherited property names', () => {
  const labelOf = labelsFrom({});
  for (const id of ['35', 'constructor', '__proto__']) expect(labelOf('genres', id)).toBeUndefined();
});
