import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { INCOMPLETE } from '../../filters/formValues.js';
import { RangeFields } from './RangeFields.js';

const atLeast = page.getByLabelText('At least', { exact: true });
const input = () => atLeast.element() as HTMLInputElement;

/** Renders a range of scores. Returns the values that its lower bound has had. */
async function renderScores(): Promise<string[]> {
  const values: string[] = [];
  function Scores() {
    const [value, setValue] = useState('');
    const bound = { onBlur: () => undefined, focusRef: () => undefined, error: undefined };
    const handleChange = (next: string) => {
      values.push(next);
      setValue(next);
    };
    return (
      <RangeFields
        input={{ type: 'number', min: 0, max: 10, step: 0.1 }}
        lower={{ ...bound, label: 'At least', value, onValueChange: handleChange }}
        upper={{ ...bound, label: 'At most', value: '', onValueChange: () => undefined }}
        reversedText=""
        onShortcut={() => undefined}
      />
    );
  }
  await render(<Scores />);
  return values;
}

test('a decimal is typed as it is, and half of it stays in the field', async () => {
  const values = await renderScores();
  await atLeast.click();
  await userEvent.keyboard('7');
  await userEvent.keyboard('.');
  await userEvent.keyboard('5');
  expect(input().value).toBe('7.5');
  expect(values.at(-1)).toBe('7.5');
  await userEvent.clear(input());
  await userEvent.keyboard('-');
  expect(values.at(-1)).toBe(INCOMPLETE);
  expect(input().validity.badInput).toBe(true);
});

test('a field for decimals asks for a keyboard with a separator, and steps by tenths', async () => {
  await renderScores();
  expect(input().inputMode).toBe('decimal');
  await atLeast.click();
  await userEvent.keyboard('7.5{ArrowUp}');
  expect(input().value).toBe('7.6');
  expect(input().validity.valid).toBe(true);
});

test('a range without shortcuts has no list of them', async () => {
  await renderScores();
  expect(page.getByRole('button').elements()).toEqual([]);
  expect(document.querySelector('.discovr-Shortcuts')).toBeNull();
});
