import { act } from '@testing-library/react';
import { onTestFinished } from 'vitest';

/** Shows the page, or hides it as another tab in front does; at the end of the test it can be seen again. */
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
