import { useState, type KeyboardEvent } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../test/support/loadStyles.js';
import { pressKey } from '../../test/support/pressKey.js';
import { PageFilterForm } from '../components/PageFilterForm/PageFilterForm.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';
import { RemoteControl } from './RemoteControl.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));

const keys = (text: string) => userEvent.keyboard(text);
const focused = () => document.activeElement?.textContent;
const input = (name: string) => page.getByLabelText(name, { exact: true }).element() as HTMLInputElement;

describe('OK and the arrow keys in a form', () => {
  const form = (onSubmit: () => void) => (
    <RemoteControl layout="none">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div>
          <label>
            <input type="radio" name="kind" aria-label="All" defaultChecked /> All
          </label>
          <label>
            <input type="radio" name="kind" aria-label="Movies" /> Movies
          </label>
        </div>
        <div>
          <label>
            <input type="checkbox" aria-label="Comedy" /> Comedy
          </label>
        </div>
        <div>
          <input type="text" aria-label="Name" />
        </div>
        <button type="submit">Apply</button>
      </form>
    </RemoteControl>
  );

  test('move between radio buttons without choosing, and OK chooses', async () => {
    const onSubmit = vi.fn<() => void>();
    await render(form(onSubmit));
    await keys('{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toBe(input('Movies'));
    expect(input('All').checked).toBe(true);
    await keys('{Enter}');
    expect(input('Movies').checked).toBe(true);
    await keys('{ArrowDown}{Enter}');
    expect(input('Comedy').checked).toBe(true);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('activate once while OK is held: a button, what it opens, a checkbox and a field', async () => {
    const [onOpen, onClose, onSubmit] = [vi.fn<() => void>(), vi.fn<() => void>(), vi.fn<() => void>()];
    function App() {
      const [isOpen, setIsOpen] = useState(false);
      const button = isOpen ? (
        <button key="close" ref={(added) => added?.focus()} type="button" onClick={onClose}>
          Close
        </button>
      ) : (
        <button key="open" type="button" onClick={() => (onOpen(), setIsOpen(true))}>
          Open
        </button>
      );
      return (
        <RemoteControl layout="none" keys={{ ok: ['F8'] }}>
          {button}
        </RemoteControl>
      );
    }
    const { unmount } = await render(<App />);
    await keys('{ArrowDown}{Enter>4/}');
    expect(focused()).toBe('Close');
    for (const repeat of [true, true]) pressKey('F8', { repeat });
    expect([onOpen.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0]);
    pressKey('F8');
    expect(onClose).toHaveBeenCalledTimes(1);
    await unmount();

    await render(form(onSubmit));
    await keys('{ArrowDown}{ArrowDown}{Enter>4/}');
    expect(input('Comedy').checked).toBe(true);
    await keys('{ArrowDown}{Enter>4/}');
    expect(input('Name').readOnly).toBe(false);
    await keys('{Enter}');
    expect(input('Name').readOnly).toBe(true);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('edit a field only between two presses of OK', async () => {
    const onSubmit = vi.fn<() => void>();
    await render(form(onSubmit));
    await keys('{ArrowDown}{ArrowDown}{ArrowDown}');
    const name = input('Name');
    expect(document.activeElement).toBe(name);
    expect(name.readOnly).toBe(true);
    await keys('x{Enter}');
    expect(name.readOnly).toBe(false);
    await keys('Noir{ArrowLeft}{ArrowLeft}z');
    expect(name.value).toBe('Nozir');
    await keys('{Enter}');
    expect(name.readOnly).toBe(true);
    expect(onSubmit).not.toHaveBeenCalled();
    await keys('{Enter}{ArrowUp}');
    expect(document.activeElement).toBe(input('Comedy'));
    expect(name.readOnly).toBe(false);
  });

  test('edit a field that handles Enter itself, such as one that searches', async () => {
    const onSearch = vi.fn<(query: string) => void>();
    const search = (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      onSearch(event.currentTarget.value);
    };
    await render(
      <RemoteControl layout="none">
        <input type="search" aria-label="Search" onKeyDown={search} />
      </RemoteControl>,
    );
    await keys('{ArrowDown}{Enter}');
    expect(onSearch).not.toHaveBeenCalled();
    await keys('Noir{Enter}');
    expect(onSearch.mock.calls).toEqual([['Noir']]);
    expect(input('Search').readOnly).toBe(true);
  });

  test('edit the search fields of a filter form', async () => {
    const onFiltersChange = vi.fn();
    const { Wrapper } = createTestDiscovr();
    await render(
      <RemoteControl layout="none">
        <PageFilterForm createsPage={false} onFiltersChange={onFiltersChange} />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    await keys('{ArrowDown}');
    const fields = page.getByRole('searchbox').elements() as HTMLInputElement[];
    expect(fields.map(({ ariaLabel }) => ariaLabel)).toEqual(['Search regions']);
    for (const field of fields) {
      const name = field.ariaLabel;
      field.focus();
      await keys('{Enter}ger{Enter}');
      expect([name, field.value, field.readOnly]).toEqual([name, 'ger', true]);
    }
    expect(onFiltersChange).not.toHaveBeenCalled();
  });

  test('leave a field editable for a user who clicks into it', async () => {
    await render(form(() => undefined));
    await keys('{ArrowDown}');
    await userEvent.click(input('Name'));
    await keys('Noir');
    expect(input('Name').value).toBe('Noir');
  });
});

test('a field outside of `<RemoteControl layout="none">` stays editable', async () => {
  await render(
    <>
      <RemoteControl layout="none">
        <button type="button">A</button>
      </RemoteControl>
      <input aria-label="Outside" />
    </>,
  );
  await keys('{ArrowRight}');
  input('Outside').focus();
  await keys('Noir');
  expect(input('Outside').value).toBe('Noir');
});

test.each([
  ['ltr', '{ArrowRight}', '60'],
  ['rtl', '{ArrowRight}', '40'],
])('left and right change a native slider, up and down leave it (%s)', async (dir, key, value) => {
  const onInput = vi.fn<(value: string) => void>();
  const { container } = await render(
    <RemoteControl layout="none">
      <div dir={dir}>
        <input type="range" aria-label="Volume" step={10} onChange={({ target }) => onInput(target.value)} />
        <p>
          <button type="button">Next</button>
        </p>
      </div>
    </RemoteControl>,
  );
  await keys(`{ArrowDown}${key}`);
  const slider = container.querySelector('input')!;
  expect([slider.value, onInput.mock.lastCall]).toEqual([value, [value]]);
  await keys('{ArrowDown}');
  expect(focused()).toBe('Next');
});

test('a native slider whose steps start at its minimum changes with left and right', async () => {
  const { container } = await render(
    <RemoteControl layout="none">
      <input type="range" aria-label="Volume" min={1} max={9} step={2} defaultValue={5} />
    </RemoteControl>,
  );
  const slider = container.querySelector('input')!;
  await keys('{ArrowDown}{ArrowLeft}');
  expect(slider.value).toBe('3');
  await keys('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(slider.value).toBe('9');
});
