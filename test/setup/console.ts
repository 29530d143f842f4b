import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

/** Texts of console errors and warnings a test expects; any other fails it. */
let expected: RegExp[] = [];
let spies: MockInstance[] = [];

/** Says that this test makes the console warn or complain, with a text like this. */
export function expectConsole(text: RegExp): void {
  expected.push(text);
}

beforeEach(() => {
  expected = [];
  spies = (['error', 'warn'] as const).map((method) => vi.spyOn(console, method).mockImplementation(() => undefined));
});

afterEach(() => {
  const texts = spies.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(' ')));
  for (const spy of spies) spy.mockRestore();
  expect(
    texts.filter((text) => !expected.some((pattern) => pattern.test(text))),
    'unexpected console output',
  ).toEqual([]);
  for (const pattern of expected)
    expect(
      texts.some((text) => pattern.test(text)),
      `console says ${pattern}`,
    ).toBe(true);
});
