import { expect, test } from 'vitest';
import { avatarColumns } from './AvatarChooser.js';

test.each([
  [12, 6, 4],
  [13, 7, 5],
  [14, 7, 5],
  [16, 8, 4],
  [21, 7, 3],
])('%i avatars have %i columns in a wide form and %i in a narrow one', (count, wide, narrow) => {
  expect(avatarColumns(count)).toEqual({ wide, narrow });
});

test('no avatar is alone in the last row, whatever their number', () => {
  for (let count = 2; count <= 60; count += 1) {
    for (const columns of Object.values(avatarColumns(count))) {
      expect(count <= columns || count % columns !== 1, `${count} in ${columns} columns`).toBe(true);
    }
  }
});
