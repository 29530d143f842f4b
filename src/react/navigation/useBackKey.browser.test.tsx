import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { useBackKey } from './useNavigation.js';
import { pressKey } from '../../../test/support/pressKey.js';

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

test('Back leads to the previous page unless a modal dialog is shown: a banner or a hidden dialog is none', async () => {
  const { container } = await render(<App />);
  pressKey('GoBack');
  expect(onBack).toHaveBeenCalledTimes(1);
  container.querySelector<HTMLDialogElement>('[aria-label="Question"]')!.showModal();
  pressKey('GoBack');
  expect(onBack).toHaveBeenCalledTimes(1);
});
