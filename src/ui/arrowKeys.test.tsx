import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { keyMoveOf, moveAlong, type KeyMove } from './arrowKeys.js';

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

test('moveAlong skips items that take no focus, and leaves the key to the browser at both ends', () => {
  const focused: number[] = [];
  const line = { count: 4, from: 1, focusAt: (index: number) => index !== 2 && focused.push(index) > 0 };
  const wasHandled: boolean[] = [];
  render(
    <div role="presentation" onKeyDown={(event) => wasHandled.push(moveAlong(event, () => line))}>
      <button type="button">Item</button>
    </div>,
  );
  for (const key of ['ArrowRight', 'ArrowLeft', 'End', 'Home', 'ArrowDown'])
    fireEvent.keyDown(screen.getByRole('button'), { key });
  line.from = 3;
  for (const key of ['ArrowRight', 'End']) fireEvent.keyDown(screen.getByRole('button'), { key });
  expect(focused).toEqual([3, 0, 3, 0]);
  expect(wasHandled).toEqual([true, true, true, true, false, false, false]);
});
