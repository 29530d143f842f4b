import { useRef, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useBackKey } from './useNavigation.js';
import { pressKey } from '../../../test/support/pressKey.js';
import { useModalDialog } from '../../ui/dialog/useModalDialog.js';

const onBack = vi.fn<() => void>();
beforeEach(() => onBack.mockClear());

function App() {
  useBackKey(true, onBack);
  return (
    <>
      <dialog open>Cookies</dialog>
      <div role="dialog" aria-modal="true" aria-label="Closed" style={{ display: 'none' }} />
      <dialog aria-label="Question" />
    </>
  );
}

test('Back leads to the previous page unless a modal dialog is shown: a banner or a hidden dialog is none', async () => {
  const { container } = await render(<App />);
  pressKey('GoBack');
  expect(onBack).toHaveBeenCalledTimes(1);
  container.querySelector<HTMLDialogElement>('[aria-label="Question"]')!.showModal();
  pressKey('GoBack');
  expect(onBack).toHaveBeenCalledTimes(1);
});

test('Backspace and Escape stay in a field of a web component', async () => {
  const { container } = await render(<App />);
  const host = container.appendChild(document.createElement('div'));
  const field = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'));
  field.value = 'abc';
  field.focus();
  await userEvent.keyboard('{Backspace}{Escape}');
  expect([field.value, onBack.mock.calls.length]).toEqual(['ab', 0]);
});

function AppWithMenus() {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const dialog = useModalDialog(isOpen, () => setIsOpen(false), opener);
  useBackKey(true, onBack);
  return (
    <>
      <div popover="auto">Menu of the page</div>
      <button ref={opener} type="button" onClick={() => setIsOpen(true)}>
        Ask
      </button>
      <dialog ref={dialog}>
        <button type="button">Answer</button>
        <div popover="auto">Menu of the dialog</div>
      </dialog>
    </>
  );
}

test.runIf('showPopover' in HTMLElement.prototype).each(['GoBack', 'Escape'])(
  '%s closes an open popover before it leads to the previous page or closes a dialog',
  async (key) => {
    const { container, getByRole } = await render(<AppWithMenus />);
    const [ofPage, ofDialog] = container.querySelectorAll<HTMLElement>('[popover]');
    const press = () => (key === 'Escape' ? userEvent.keyboard('{Escape}') : pressKey(key));
    ofPage!.showPopover();
    await press();
    expect([ofPage!.matches(':popover-open'), onBack.mock.calls.length]).toEqual([false, 0]);
    await press();
    expect(onBack).toHaveBeenCalledTimes(1);
    await getByRole('button', { name: 'Ask' }).click();
    ofDialog!.showPopover();
    await press();
    expect(ofDialog!.matches(':popover-open')).toBe(false);
    await expect.element(getByRole('dialog')).toBeVisible();
    await press();
    await expect.element(getByRole('dialog')).not.toBeInTheDocument();
    expect(onBack).toHaveBeenCalledTimes(1);
  },
);
