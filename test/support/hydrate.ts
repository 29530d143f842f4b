import { JSDOM } from 'jsdom';
import { act, type ReactElement } from 'react';
import { vi } from 'vitest';

/** An app that was hydrated in a DOM. */
export interface Hydrated {
  /** The HTML of the first render in the browser. */
  readonly firstShown: string;
  readonly container: HTMLElement;
  /** Errors that React recovered from. */
  readonly faults: readonly unknown[];
  readonly unmount: () => Promise<void>;
}

/** Hydrates HTML of a server in a DOM. Tests that use it must unstub the globals. */
export async function hydrate(served: string, app: ReactElement, url = 'https://app.example/'): Promise<Hydrated> {
  const { window } = new JSDOM(`<div id="root">${served}</div>`, { pretendToBeVisual: true, url });
  vi.stubGlobal('window', window);
  for (const name of ['document', 'navigator', 'HTMLElement', 'HTMLInputElement', 'Node', 'Event'] as const) {
    vi.stubGlobal(name, window[name]);
  }
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const { hydrateRoot } = await import('react-dom/client');
  const faults: unknown[] = [];
  const container = window.document.getElementById('root')!;
  let firstShown = served;
  const root = await act(async () => {
    const hydrating = hydrateRoot(container, app, { onRecoverableError: (error) => faults.push(error) });
    firstShown = container.innerHTML;
    return hydrating;
  });
  return { firstShown, container, faults, unmount: () => act(async () => root.unmount()) };
}
