import { userEvent } from 'vitest/browser';

/** Presses keys, in the notation of `userEvent.keyboard`. */
export const keys = (text: string): Promise<void> => userEvent.keyboard(text);

/** Returns the text or the label of the focused element. */
export const focused = (): string | null | undefined =>
  document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label');

/** Returns the style of a button at a place of the page, in CSS pixels. */
export const place = (left: number, top: number) =>
  ({ position: 'absolute', left, top, width: 100, height: 40 }) as const;

/** Four buttons in two rows and two columns. */
export const grid = (
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
