import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { mediaItems } from '../../../test/support/pageItems.js';
import type { Row } from '../../api/rows.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { Rail } from '../Rail/Rail.js';
import { usePageFocus } from './usePageFocus.js';

const items = mediaItems(3);
const rowOf = (id: string): Row => ({ id, title: id, type: 'media', pageId: 'page', createdAt: '' });

interface PageProps {
  /** Ids of the rows. A row named `empty` has no items. */
  ids: readonly string[];
  isLoading?: boolean;
}

function Page({ ids, isLoading = false }: PageProps) {
  const root = usePageFocus('ready', ids.map(rowOf));
  return (
    <div ref={root} tabIndex={-1}>
      {ids.map((id) => (
        <Rail key={id} data-row-id={id} title={id} type="media" items={id === 'empty' ? [] : items} href="#{id}" />
      ))}
      {isLoading && <Rail title="Placeholder" type="media" items={[]} isLoading />}
    </div>
  );
}

const focusedRow = () => document.activeElement?.closest<HTMLElement>('.discovr-Rail')?.dataset['rowId'];

describe('the focus of a page whose first row has no items', () => {
  test('moves from a placeholder to the first new row', () => {
    const { rerender } = renderWithDiscovr(<Page ids={['empty', 'r2', 'r3']} isLoading />);
    act(() => screen.getByRole('list', { name: 'Placeholder' }).focus());
    rerender(<Page ids={['empty', 'r2', 'r3', 'r4', 'r5', 'r6']} />);
    expect(focusedRow()).toBe('r4');
  });

  test.each([
    ['the row after it', ['empty', 'r2', 'r4', 'r5'], 'r4'],
    ['the last row when it was the last one', ['empty', 'r2'], 'r2'],
  ])('moves from a removed row to %s', (_name, left, expected) => {
    const { rerender } = renderWithDiscovr(<Page ids={['empty', 'r2', 'r3', ...left.slice(2)]} />);
    act(() => screen.getByRole('region', { name: 'r3' }).querySelector('a')!.focus());
    rerender(<Page ids={left} />);
    expect(focusedRow()).toBe(expected);
  });
});
