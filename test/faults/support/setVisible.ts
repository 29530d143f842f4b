import { act } from '@testing-library/react';
import { onTestFinished } from 'vitest';

/** Shows the tab, or hides it as if another tab were in front. It is visible again at the end of the test. */
export async function setVisible(isVisible: boolean): Promise<void> {
  if (isVisible) show();
  else hide();
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
}

function hide(): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  onTestFinished(show);
}

function show(): void {
  Reflect.deleteProperty(document, 'visibilityState');
}
