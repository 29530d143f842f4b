import { expect, test, vi } from 'vitest';
import { labelsFrom } from './labels.js';
import type { LabelOf } from './vocabulary.js';

test('a choice has the name its list gives it', () => {
  const labelOf = labelsFrom({ genres: [{ id: '35', label: 'Comedy' }], regions: [{ id: 'DE', label: 'Germany' }] });
  expect(labelOf('genres', '35')).toBe('Comedy');
  expect(labelOf('regions', 'DE')).toBe('Germany');
});

test('the same id in another list has another name, or none', () => {
  const labelOf = labelsFrom({
    genres: [{ id: '35', label: 'Comedy' }],
    watchProviders: [{ id: '35', label: 'Rakuten' }],
  });
  expect(labelOf('genres', '35')).toBe('Comedy');
  expect(labelOf('watchProviders', '35')).toBe('Rakuten');
  expect(labelOf('keywords', '35')).toBeUndefined();
});

test('what no list knows is asked elsewhere, and only that', () => {
  const fallback = vi.fn<LabelOf>((kind, id) => (id === '18' ? `${kind} ${id}` : undefined));
  const labelOf = labelsFrom({ genres: [{ id: '35', label: 'Comedy' }] }, fallback);
  expect(labelOf('genres', '35')).toBe('Comedy');
  expect(fallback).not.toHaveBeenCalled();
  expect(labelOf('genres', '18')).toBe('genres 18');
  expect(labelOf('genres', '1')).toBeUndefined();
});

test('without lists nothing has a name, not even what every object inherits', () => {
  const labelOf = labelsFrom({});
  for (const id of ['35', 'constructor', '__proto__']) expect(labelOf('genres', id)).toBeUndefined();
});
