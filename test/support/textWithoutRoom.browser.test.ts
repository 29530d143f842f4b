import { afterEach, expect, test } from 'vitest';
import { textWithoutRoom } from './textWithoutRoom.js';

afterEach(() => document.body.replaceChildren());

test.each([
  ['a text that has room', '<button style="padding: 8px">Save</button>', []],
  ['a document that scrolls sideways', '<p style="inline-size: 5000px">Wide</p>', [/scrolls sideways/]],
  ['a cut word', '<p style="inline-size: 20px; overflow: hidden">Documentary</p>', [/“Documentary” is cut off/]],
  [
    'an ellipsis',
    '<p style="inline-size: 40px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">Documentary films</p>',
    [],
  ],
  [
    'a word that leaves its button',
    '<button style="inline-size: 30px; padding: 0">Documentary</button>',
    [/sticks out of/],
  ],
  [
    'two buttons on one another',
    '<button>One</button><button style="margin-inline-start: -20px">Two</button>',
    [/overlaps/],
  ],
  [
    'a short word in two lines',
    '<p class="discovr-Root" style="inline-size: 24px; overflow-wrap: anywhere">Drama</p>',
    [/“Drama” is broken/],
  ],
  ['a date without room', '<input type="date" style="inline-size: 40px" />', [/is cut off/]],
])('%s is reported only where it is a fault', (_what, markup, faults) => {
  document.body.innerHTML = markup;
  const found = textWithoutRoom();
  expect(found.length > 0).toBe(faults.length > 0);
  for (const fault of faults) expect(found.join('\n')).toMatch(fault);
});
