import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PagePlaces } from './pagePlaces.js';
import { useRailCount, useStalledRows } from './PageRails.js';

const placesOfPage = (): PagePlaces => ({ rails: new Map(), hero: undefined, focused: undefined });

test('the batches that a user has accepted on one page do not count on the next page', () => {
  const row = { pageId: 'page', title: 'Endless', type: 'media', createdAt: '' } as const;
  const rows = Array.from({ length: 9 }, (_, index) => ({ ...row, id: `row ${index}` }));
  const batchSizes = rows.map(() => 1);
  const { result, rerender } = renderHook(({ page }) => useStalledRows({ rows, batchSizes }, page), {
    initialProps: { page: placesOfPage() },
  });
  const noteAll = () => act(() => rows.forEach(({ id }) => result.current.noteRow(id, false)));
  noteAll();
  expect(result.current.isStalled).toBe(true);
  act(() => result.current.resume());
  expect(result.current.isStalled).toBe(false);
  rerender({ page: placesOfPage() });
  noteAll();
  expect(result.current.isStalled).toBe(true);
});

test('the rails of further rows take the place of the placeholders, and the others follow one at a time', () => {
  const counts: number[] = [];
  const { rerender } = renderHook(({ rows }) => counts.push(useRailCount(rows)), { initialProps: { rows: 0 } });
  for (const rows of [5, 10, 5]) rerender({ rows });
  expect(counts.filter((count, index) => count !== counts[index - 1])).toEqual([0, 5, 7, 8, 9, 10, 5]);
});
