import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

/** Console errors and warnings that the test expects. Any other error or warning fails the test. */
let expected: RegExp[] = [];
let spies: MockInstance[] = [];

/** Expects this test to log a console error or warning that matches the pattern. */
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
      `the console logs ${pattern}`,
    ).toBe(true);
});
