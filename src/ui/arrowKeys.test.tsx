import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { keyMoveOf, positionAfter, type KeyMove } from './arrowKeys.js';

/** Presses a key on a button in an element, and tells how the element reads it. */
function press(key: string, { dir = 'ltr', ...modifiers }: { dir?: string } & KeyboardEventInit = {}) {
  let move: KeyMove | undefined;
  const { unmount } = render(
    // jsdom does not derive the direction from the attribute.
    <div
      role="presentation"
      onKeyDown={(event) => (move = keyMoveOf(event))}
      style={{ direction: dir === 'rtl' ? 'rtl' : 'ltr' }}
    >
      <button type="button">Item</button>
    </div>,
  );
  fireEvent.keyDown(screen.getByRole('button'), { key, ...modifiers });
  unmount();
  return move;
}

test.each([
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
  ['Home', 'first'],
  ['End', 'last'],
])('%s leads to %s', (key, move) => {
  expect(press(key)).toBe(move);
});

test('left and right swap where text runs from right to left; nothing else does', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
  expect(keys.map((key) => press(key, { dir: 'rtl' }))).toEqual(['previous', 'next', 'down', 'up', 'first', 'last']);
});

test.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])('leaves keys to the browser while %s is held', (modifier) => {
  expect(press('ArrowRight', { [modifier]: true })).toBeUndefined();
  expect(press('Home', { [modifier]: true })).toBeUndefined();
});

test.each(['Enter', 'Tab', 'a', 'PageDown', 'toString'])('%s leads nowhere', (key) => {
  expect(press(key)).toBeUndefined();
});

test('a key that another handler has used leads nowhere', () => {
  let move: KeyMove | undefined = 'next';
  render(
    <div role="presentation" onKeyDown={(event) => (move = keyMoveOf(event))}>
      <button type="button" onKeyDown={(event) => event.preventDefault()}>
        Item
      </button>
    </div>,
  );
  fireEvent.keyDown(screen.getByRole('button'), { key: 'ArrowRight' });
  expect(move).toBeUndefined();
});

test('a line of items stops at its ends', () => {
  expect(positionAfter('next', 0, 3)).toBe(1);
  expect(positionAfter('previous', 1, 3)).toBe(0);
  expect(positionAfter('last', 0, 3)).toBe(2);
  expect(positionAfter('first', 2, 3)).toBe(0);
  for (const [move, from] of [
    ['previous', 0],
    ['first', 0],
    ['next', 2],
    ['last', 2],
    ['up', 1],
  ] as const)
    expect(positionAfter(move, from, 3)).toBeUndefined();
});
