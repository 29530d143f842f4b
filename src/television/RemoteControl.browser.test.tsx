import { useEffect, useRef, useState, type ComponentProps, type CSSProperties, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../test/support/loadStyles.js';
import { expectConsole } from '../../test/setup/console.js';
import { pressKey } from '../../test/support/pressKey.js';
import { focused, grid, keys, place } from '../../test/support/remoteGrid.js';
import { untilStill } from '../../test/support/untilStill.js';
import { RemoteControl } from './RemoteControl.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));

describe('the arrow keys', () => {
  test('focus the first control and move to the nearest one in their direction', async () => {
    await render(<RemoteControl layout="none">{grid}</RemoteControl>);
    await keys('{ArrowRight}');
    expect(focused()).toBe('A');
    await keys('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('D');
    await keys('{ArrowLeft}{ArrowUp}{ArrowUp}{ArrowLeft}');
    expect(focused()).toBe('A');
  });

  test('are not needed for the first focus: Back gives it, too', async () => {
    const onExit = vi.fn<() => void>();
    await render(
      <RemoteControl layout="none" onExit={onExit}>
        {grid}
      </RemoteControl>,
    );
    pressKey('GoBack');
    expect(focused()).toBe('A');
    expect(onExit).toHaveBeenCalledTimes(1);
  });

  test('focus the first control when it appears, if there was none', async () => {
    const { rerender } = await render(<RemoteControl layout="none">Loading…</RemoteControl>);
    await keys('{ArrowDown}');
    await rerender(<RemoteControl layout="none">{grid}</RemoteControl>);
    await expect.poll(focused).toBe('A');
  });

  test('do not focus a control that appears when the user has taken a pointer in the meantime', async () => {
    const { rerender } = await render(<RemoteControl layout="none">Loading…</RemoteControl>);
    await keys('{ArrowDown}');
    await userEvent.click(page.getByText('Loading…'));
    await rerender(<RemoteControl layout="none">{grid}</RemoteControl>);
    await untilStill(() => false);
    expect(document.body).toHaveFocus();
  });

  test('start at what the app marks as first, and ignore what it marks as skipped', async () => {
    await render(
      <RemoteControl layout="none">
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
      <RemoteControl layout="none">
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
      <RemoteControl layout="none" onExit={onExit}>
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
    pressKey('GoBack');
    expect(dialog.open).toBe(false);
    expect(focused()).toBe('A');
    expect(onExit).not.toHaveBeenCalled();
    pressKey('GoBack');
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
        <RemoteControl layout="none" onExit={onExit} keys={{ back: ['Escape'] }}>
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
    pressKey('GoBack');
    expect(onEscape).toHaveBeenCalledTimes(1);
    expect(onExit).not.toHaveBeenCalled();
    pressKey('GoBack');
    expect(onExit).toHaveBeenCalledTimes(1);
  });

  test('does not keep the keys after it has been hidden', async () => {
    await render(
      <RemoteControl layout="none">
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
    <RemoteControl layout="none" onExit={onExit}>
      {grid}
      <div popover="auto">
        <button type="button">Sort by year</button>
      </div>
    </RemoteControl>,
  );
  await keys('{ArrowRight}');
  const popover = container.querySelector<HTMLElement>('[popover]')!;
  popover.showPopover();
  pressKey('GoBack');
  expect(popover.matches(':popover-open')).toBe(false);
  expect(onExit).not.toHaveBeenCalled();
  pressKey('GoBack');
  expect(onExit).toHaveBeenCalledTimes(1);
});

test('Back closes a dialog without a backdrop that has the focus, and then leaves the app', async () => {
  const onExit = vi.fn<() => void>();
  const { container } = await render(
    <RemoteControl layout="none" onExit={onExit}>
      {grid}
      <dialog>
        <button type="button">Sort by year</button>
      </dialog>
    </RemoteControl>,
  );
  await keys('{ArrowRight}');
  const dialog = container.querySelector('dialog')!;
  dialog.show();
  expect(focused()).toBe('Sort by year');
  pressKey('GoBack');
  expect(dialog.open).toBe(false);
  expect(onExit).not.toHaveBeenCalled();
  expect(focused()).toBe('A');
  pressKey('GoBack');
  expect(onExit).toHaveBeenCalledTimes(1);
});

describe('the keys of other devices', () => {
  test('move the focus, press a button and go back', async () => {
    const [onExit, onClick] = [vi.fn<() => void>(), vi.fn<() => void>()];
    await render(
      <RemoteControl layout="none" keys={{ back: ['F7'], ok: ['F8'] }} onExit={onExit}>
        <button type="button">First</button>
        <button type="button" onClick={onClick}>
          Second
        </button>
      </RemoteControl>,
    );
    pressKey('Unidentified', { keyCode: 206 });
    pressKey('Unidentified', { keyCode: 206 });
    expect(focused()).toBe('Second');
    pressKey('F8');
    pressKey('Unidentified', { keyCode: 195 });
    expect(onClick).toHaveBeenCalledTimes(2);
    pressKey('F7');
    pressKey('', { keyCode: 10_009 });
    expect(onExit).toHaveBeenCalledTimes(2);
  });
});

describe('a focused control', () => {
  const lose = async (initial: ReactNode, after: ReactNode, presses: string) => {
    let change!: () => void;
    function App() {
      const [hasChanged, setHasChanged] = useState(false);
      change = () => setHasChanged(true);
      return <RemoteControl layout="none">{hasChanged ? after : initial}</RemoteControl>;
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
      <RemoteControl layout="none">
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
