import { useEffect, useRef, useState, type ComponentProps, type CSSProperties, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { expectConsole } from '../../../test/setup/console.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { PageFilterForm } from '../../components/PageFilterForm/PageFilterForm.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { RemoteControl } from './RemoteControl.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));

const keys = (text: string) => userEvent.keyboard(text);
const focused = () => document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label');
const place = (left: number, top: number) => ({ position: 'absolute', left, top, width: 100, height: 40 }) as const;

/** Four buttons in two rows and two columns. */
const grid = (
  <>
    <button type="button" style={place(0, 0)}>
      A
    </button>
    <button type="button" style={place(200, 0)}>
      B
    </button>
    <button type="button" style={place(0, 100)}>
      C
    </button>
    <button type="button" style={place(200, 100)}>
      D
    </button>
  </>
);

describe('the arrow keys', () => {
  test('focus the first control and move to the nearest one in their direction', async () => {
    await render(<RemoteControl>{grid}</RemoteControl>);
    await keys('{ArrowRight}');
    expect(focused()).toBe('A');
    await keys('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('D');
    await keys('{ArrowLeft}{ArrowUp}{ArrowUp}{ArrowLeft}');
    expect(focused()).toBe('A');
  });

  test('are not needed for the first focus: Back gives it, too', async () => {
    const onExit = vi.fn<() => void>();
    await render(<RemoteControl onExit={onExit}>{grid}</RemoteControl>);
    press('GoBack');
    expect(focused()).toBe('A');
    expect(onExit).toHaveBeenCalledTimes(1);
  });

  test('focus the first control when it appears, if there was none', async () => {
    const { rerender } = await render(<RemoteControl>Loading…</RemoteControl>);
    await keys('{ArrowDown}');
    await rerender(<RemoteControl>{grid}</RemoteControl>);
    await expect.poll(focused).toBe('A');
  });

  test('do not focus a control that appears when the user has taken a pointer in the meantime', async () => {
    const { rerender } = await render(<RemoteControl>Loading…</RemoteControl>);
    await keys('{ArrowDown}');
    await userEvent.click(page.getByText('Loading…'));
    await rerender(<RemoteControl>{grid}</RemoteControl>);
    await untilStill(() => false);
    expect(document.body).toHaveFocus();
  });

  test('start at what the app marks as first, and ignore what it marks as skipped', async () => {
    await render(
      <RemoteControl>
        <button type="button">Menu</button>
        <button type="button" data-remote="skip">
          Debug
        </button>
        <button type="button" data-remote="first">
          Play
        </button>
      </RemoteControl>,
    );
    await keys('{ArrowDown}');
    expect(focused()).toBe('Play');
    await keys('{ArrowLeft}');
    expect(focused()).toBe('Menu');
  });

  test('do nothing when the app has handled them', async () => {
    const handle = vi.fn((event: React.KeyboardEvent) => event.preventDefault());
    await render(
      <RemoteControl>
        <div onKeyDown={handle} role="presentation">
          {grid}
        </div>
      </RemoteControl>,
    );
    await keys('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('A');
    expect(handle).toHaveBeenCalledTimes(1);
  });

  test('move only inside an open dialog, and Back closes it', async () => {
    const onExit = vi.fn<() => void>();
    const screen = await render(
      <RemoteControl onExit={onExit}>
        {grid}
        <dialog aria-label="Question">
          <button type="button">Yes</button>
          <button type="button">No</button>
        </dialog>
      </RemoteControl>,
    );
    await keys('{ArrowRight}');
    const dialog = screen.container.querySelector('dialog')!;
    dialog.showModal();
    await keys('{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('No');
    press('GoBack');
    expect(dialog.open).toBe(false);
    expect(focused()).toBe('A');
    expect(onExit).not.toHaveBeenCalled();
    press('GoBack');
    expect(onExit).toHaveBeenCalledTimes(1);
  });
});

describe('a dialog of a component library', () => {
  test('gets one Escape key for Back, which leads no other level back', async () => {
    const [onExit, onEscape] = [vi.fn<() => void>(), vi.fn<() => void>()];
    function App() {
      const [isOpen, setIsOpen] = useState(true);
      const handleKeyDown = ({ key }: React.KeyboardEvent) => {
        if (key !== 'Escape') return;
        onEscape();
        // Removes the dialog while the key is on its way.
        flushSync(() => setIsOpen(false));
      };
      return (
        <RemoteControl onExit={onExit} keys={{ back: ['Escape'] }}>
          {grid}
          {isOpen && (
            <div role="dialog" aria-modal="true" aria-label="Question">
              <button type="button" onKeyDown={handleKeyDown}>
                Yes
              </button>
            </div>
          )}
        </RemoteControl>
      );
    }
    expectConsole(/recovered the focus that <button> lost/);
    await render(<App />);
    await keys('{ArrowRight}');
    expect(focused()).toBe('Yes');
    press('GoBack');
    expect(onEscape).toHaveBeenCalledTimes(1);
    expect(onExit).not.toHaveBeenCalled();
    press('GoBack');
    expect(onExit).toHaveBeenCalledTimes(1);
  });

  test('does not keep the keys after it has been hidden', async () => {
    await render(
      <RemoteControl>
        {grid}
        <div role="dialog" aria-modal="true" aria-label="Closed" style={{ display: 'none' }}>
          <button type="button">Yes</button>
        </div>
      </RemoteControl>,
    );
    await keys('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('B');
  });
});

test.runIf('showPopover' in HTMLElement.prototype)('Back hides an open popover, and then leaves the app', async () => {
  const onExit = vi.fn<() => void>();
  const { container } = await render(
    <RemoteControl onExit={onExit}>
      {grid}
      <div popover="auto">
        <button type="button">Sort by year</button>
      </div>
    </RemoteControl>,
  );
  await keys('{ArrowRight}');
  const popover = container.querySelector<HTMLElement>('[popover]')!;
  popover.showPopover();
  press('GoBack');
  expect(popover.matches(':popover-open')).toBe(false);
  expect(onExit).not.toHaveBeenCalled();
  press('GoBack');
  expect(onExit).toHaveBeenCalledTimes(1);
});

test.each([
  ['ltr', '{ArrowRight}', '60'],
  ['rtl', '{ArrowRight}', '40'],
])('left and right change a native slider, up and down leave it (%s)', async (dir, key, value) => {
  const onInput = vi.fn<(value: string) => void>();
  const { container } = await render(
    <RemoteControl>
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

describe('the keys of other devices', () => {
  test('move the focus, press a button and go back', async () => {
    const [onExit, onClick] = [vi.fn<() => void>(), vi.fn<() => void>()];
    await render(
      <RemoteControl keys={{ back: ['F7'], ok: ['F8'] }} onExit={onExit}>
        <button type="button">First</button>
        <button type="button" onClick={onClick}>
          Second
        </button>
      </RemoteControl>,
    );
    press('Unidentified', 206);
    press('Unidentified', 206);
    expect(focused()).toBe('Second');
    press('F8');
    press('Unidentified', 195);
    expect(onClick).toHaveBeenCalledTimes(2);
    press('F7');
    press('', 10_009);
    expect(onExit).toHaveBeenCalledTimes(2);
  });
});

describe('OK and the arrow keys in a form', () => {
  const form = (onSubmit: () => void) => (
    <RemoteControl>
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
  const input = (name: string) => page.getByLabelText(name, { exact: true }).element() as HTMLInputElement;

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
      return <RemoteControl keys={{ ok: ['F8'] }}>{button}</RemoteControl>;
    }
    const { unmount } = await render(<App />);
    await keys('{ArrowDown}{Enter>4/}');
    expect(focused()).toBe('Close');
    for (const repeat of [true, true]) press('F8', undefined, repeat);
    expect([onOpen.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 0]);
    press('F8');
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
    const search = (event: React.KeyboardEvent<HTMLInputElement>) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      onSearch(event.currentTarget.value);
    };
    await render(
      <RemoteControl>
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
      <RemoteControl>
        <PageFilterForm createsPage={false} onFiltersChange={onFiltersChange} />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    await keys('{ArrowDown}');
    const fields = page.getByRole('searchbox').elements() as HTMLInputElement[];
    expect(fields.map(({ ariaLabel }) => ariaLabel)).toEqual(['Search regions', 'Search watch providers']);
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

test('a field outside of `<RemoteControl>` stays editable', async () => {
  await render(
    <>
      <RemoteControl>{grid}</RemoteControl>
      <input aria-label="Outside" style={place(0, 300)} />
    </>,
  );
  await keys('{ArrowRight}');
  const outside = page.getByLabelText('Outside').element() as HTMLInputElement;
  outside.focus();
  await keys('Noir');
  expect(outside.value).toBe('Noir');
});

describe('a focused control', () => {
  const lose = async (initial: ReactNode, after: ReactNode, presses: string) => {
    let change!: () => void;
    function App() {
      const [hasChanged, setHasChanged] = useState(false);
      change = () => setHasChanged(true);
      return <RemoteControl>{hasChanged ? after : initial}</RemoteControl>;
    }
    await render(<App />);
    await keys(presses);
    // The place of the focused control is known one frame later.
    await untilStill();
    change();
    await untilStill();
  };

  const button = (name: string, style: CSSProperties, props: ComponentProps<'button'> = {}) => (
    <button key={name} type="button" className="discovr-Card" {...props} style={{ ...style, ...props.style }}>
      {name}
    </button>
  );
  const others = [button('A', place(0, 0)), button('D', place(200, 100))];

  test.each<[string, ReactNode]>([
    ['is removed', null],
    ['is disabled', button('B', place(200, 0), { disabled: true })],
    ['is hidden', button('B', place(200, 0), { style: { display: 'none' } })],
  ])('that %s passes the focus to the nearest control, and the developer is told', async (_, replacement) => {
    expectConsole(/recovered the focus that <Card> lost/);
    await lose([...others, button('B', place(200, 0))], [...others, replacement], '{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('D');
  });

  test('keeps the focus when other controls change', async () => {
    await lose(others, [others[0]], '{ArrowRight}');
    expect(focused()).toBe('A');
  });
});

describe('a modal dialog in a portal', () => {
  let change!: (next: 'open' | 'shorter' | 'gone') => void;
  function App() {
    const [state, setState] = useState<'closed' | 'open' | 'shorter' | 'gone'>('closed');
    const dialog = useRef<HTMLDialogElement>(null);
    useEffect(() => {
      change = setState;
      if (state === 'open') dialog.current!.showModal();
    }, [state]);
    const isShown = state === 'open' || state === 'shorter';
    return (
      <RemoteControl>
        {grid}
        {isShown &&
          createPortal(
            <dialog ref={dialog} aria-label="Question">
              <button type="button">Yes</button>
              {state === 'open' && <button type="button">Perhaps</button>}
              <button type="button">No</button>
            </dialog>,
            document.body,
          )}
      </RemoteControl>
    );
  }
  const open = async () => {
    await render(<App />);
    await keys('{ArrowRight}{ArrowRight}');
    await untilStill();
    change('open');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await keys('{ArrowRight}');
    expect(focused()).toBe('Perhaps');
    await untilStill();
  };

  test('passes the focus of a removed control to the nearest one in the dialog, and the developer is told', async () => {
    expectConsole(/recovered the focus that <button> lost/);
    await open();
    change('shorter');
    await untilStill();
    expect(focused()).toMatch(/Yes|No/);
  });

  test('passes the focus back to its opener when it is removed while it is open, and the developer is told', async () => {
    expectConsole(/recovered the focus that <button> lost/);
    await open();
    change('gone');
    await untilStill();
    expect(focused()).toBe('B');
  });
});

/** Presses a key that browsers under automation cannot press. */
function press(key: string, keyCode = 0, repeat = false): void {
  const event = new KeyboardEvent('keydown', { key, keyCode, repeat, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
}
