import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { useBackKey } from './useBackKey.js';

const onBack = vi.fn<() => void>();

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

const pressBack = () => {
  const event = new KeyboardEvent('keydown', { key: 'GoBack', bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
};

test('Back leads to the previous page unless a modal dialog is shown: a banner or a hidden dialog is none', async () => {
  const { container } = await render(<App />);
  pressBack();
  expect(onBack).toHaveBeenCalledTimes(1);
  container.querySelector<HTMLDialogElement>('[aria-label="Question"]')!.showModal();
  pressBack();
  expect(onBack).toHaveBeenCalledTimes(1);
});
