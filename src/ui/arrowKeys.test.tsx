import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { keyMoveOf, positionAfter, type KeyMove } from './arrowKeys.js';

/** Presses a key on a button and returns the result of `keyMoveOf` in a handler of the element around it. */
function press(key: string, { dir = 'ltr', ...modifiers }: { dir?: string } & KeyboardEventInit = {}) {
  let move: KeyMove | undefined;
  const { unmount } = render(
    // jsdom does not compute the direction from the `dir` attribute.
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
])('keyMoveOf maps %s to "%s"', (key, move) => {
  expect(press(key)).toBe(move);
});

test('keyMoveOf swaps only the left and right arrows in right-to-left text', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
  expect(keys.map((key) => press(key, { dir: 'rtl' }))).toEqual(['previous', 'next', 'down', 'up', 'first', 'last']);
});

test.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])('keyMoveOf ignores keys while %s is held', (modifier) => {
  expect(press('ArrowRight', { [modifier]: true })).toBeUndefined();
  expect(press('Home', { [modifier]: true })).toBeUndefined();
});

test.each(['Enter', 'Tab', 'a', 'PageDown', 'toString'])('keyMoveOf ignores the key %s', (key) => {
  expect(press(key)).toBeUndefined();
});

test('keyMoveOf ignores a key whose default action another handler has prevented', () => {
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

test('positionAfter stops at both ends of a line of items', () => {
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
