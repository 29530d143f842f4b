import { afterEach, expect, test } from 'vitest';
import { textWithoutRoom } from './textWithoutRoom.js';

afterEach(() => document.body.replaceChildren());

test.each([
  ['nothing when all text fits', '<button style="padding: 8px">Save</button>', []],
  ['a document that scrolls sideways', '<p style="inline-size: 5000px">Wide</p>', [/scrolls sideways/]],
  ['a cut word', '<p style="inline-size: 20px; overflow: hidden">Documentary</p>', [/“Documentary” is cut off/]],
  [
    'nothing when text ends in an ellipsis',
    '<p style="inline-size: 40px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">Documentary films</p>',
    [],
  ],
  [
    'a word that sticks out of its button',
    '<button style="inline-size: 30px; padding: 0">Documentary</button>',
    [/sticks out of/],
  ],
  [
    'nothing when text in a button ends in an ellipsis',
    '<button style="inline-size: 60px"><span style="display: block; overflow: hidden; text-overflow: ellipsis">Documentary</span></button>',
    [],
  ],
  [
    'two overlapping buttons',
    '<button>One</button><button style="margin-inline-start: -20px">Two</button>',
    [/overlaps/],
  ],
  [
    'nothing when a fixed panel covers a button',
    '<button>One</button><div style="position: fixed; inset: 0"><button>Two</button></div>',
    [],
  ],
  [
    'a short word that is broken into two lines',
    '<p class="discovr-Root" style="inline-size: 24px; overflow-wrap: anywhere">Drama</p>',
    [/“Drama” is broken/],
  ],
  [
    'nothing when Chinese text wraps between two characters',
    '<p class="discovr-Root" style="inline-size: 40px">剧情喜剧</p>',
    [],
  ],
  ['a date field that is too narrow', '<input type="date" style="inline-size: 40px" />', [/is cut off/]],
])('textWithoutRoom reports %s', (_what, markup, faults) => {
  document.body.innerHTML = markup;
  const found = textWithoutRoom();
  expect(found.length > 0).toBe(faults.length > 0);
  for (const fault of faults) expect(found.join('\n')).toMatch(fault);
});
