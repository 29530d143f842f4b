import { expect, it } from 'vitest';
import { finishedTrace, timelineTraces } from '../../stories/support/timelineTraces.js';
import { inOrder } from './lanes.js';
import { asText, duration, explain, labelOf } from './words.js';

const tabName = (tab: string) => (tab === 'first' ? 'this tab' : 'tab 2');

/** Explains the nth event of a trace whose label is this. */
function explained(name: keyof typeof timelineTraces, label: string, nth = 0): string {
  const events = inOrder(finishedTrace(timelineTraces[name]).events());
  const found = events.filter(({ event }) => labelOf(event).startsWith(label))[nth]!;
  return explain(events, events.indexOf(found), tabName);
}

it('a mint says how long the token was valid, who waited, and which tab took the new one over', () => {
  expect(explained('session', 'Mint: the token')).toBe(
    'Minted because the token had 28 s left; three more calls waited; tab 2 took it over.',
  );
});

it('a call that shares a mint says so', () => {
  expect(explained('session', 'Mint: the token', 1)).toBe(
    'Waited for the mint that was already running, because the token had 28 s left.',
  );
});

it('a mint after a refused token says so', () => {
  expect(explained('healing', 'Mint: the server')).toBe('Minted because the server refused the token.');
});

it('a tab whose mint was spared names no mint of its own', () => {
  expect(explained('twoTabs', 'Mint: there was', 1)).toBe(
    'Asked for a mint because there was no usable token; another tab had a token.',
  );
  expect(explained('twoTabs', 'Token of another tab')).toBe(
    'Tab 2 took over the session token of this tab instead of minting one.',
  );
});

it('a mint that failed says with which code', () => {
  expect(explained('signedOut', 'Mint: there was')).toBe(
    'Tried to mint because there was no usable token; it failed: TOKEN_INVALID.',
  );
});

it('a failed request says what follows: another token, another attempt, or a page that is created again', () => {
  expect(explained('healing', 'GET /pages/{pageId}/rows/{rowId}/items: TOKEN')).toContain(
    'The server refused the token, so the call is repeated with another one.',
  );
  expect(explained('healing', 'GET /pages/{pageId}/rows/{rowId}/items: SESSION')).toContain(
    'The session of the page had ended, so the page must be created again.',
  );
  expect(explained('failures', 'GET /pages/{pageId}/rows: NETWORK')).toContain('The next attempt starts after 380 ms');
  expect(explained('failures', 'POST /lists')).toContain('There is no further attempt.');
});

it('a page that was created again names both pages', () => {
  expect(explained('healing', 'Page created again')).toContain('created again with the same filters, as “page-2”');
});

it('a difference in a response says where and what', () => {
  expect(explained('session', 'GET /pages/{pageId}/rows/{rowId}/items: items[]')).toContain('“items[].runtime”');
});

it('the copied text has a line for each event, with a sign for failures', () => {
  const events = inOrder(finishedTrace(timelineTraces.signedOut).events());
  const lines = asText(events, tabName).trim().split('\n');
  expect(lines).toHaveLength(events.length);
  expect(lines.find((line) => line.includes('POST /auth'))).toMatch(/^\S+ ! this tab \| Calls: account \| POST/);
});

it.each([
  [0.25, '0.3 ms'],
  [28_000, '28 s'],
  [59_999, '1 min'],
  [90_000, '1 min 30 s'],
  [3_600_000, '1 h 0 min'],
])('%d ms are %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});
