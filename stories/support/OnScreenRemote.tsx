import { useState, type ReactNode } from 'react';
import './onScreenRemote.css';

/** Number of key presses that the log shows. */
const LOG_LENGTH = 6;

const KEYS = [
  { key: 'ArrowUp', name: 'Up', sign: '▲' },
  { key: 'ArrowLeft', name: 'Left', sign: '◀' },
  { key: 'Enter', name: 'OK', sign: 'OK' },
  { key: 'ArrowRight', name: 'Right', sign: '▶' },
  { key: 'ArrowDown', name: 'Down', sign: '▼' },
  { key: 'GoBack', name: 'Back', sign: '↩' },
] as const;

/** Props of {@link OnScreenRemote}. */
export interface OnScreenRemoteProps {
  /** The app that the remote control operates. */
  children: ReactNode;
}

/** A remote control whose buttons can be clicked, with a log of its keys and of the focused element. */
export function OnScreenRemote({ children }: OnScreenRemoteProps) {
  const [log, setLog] = useState<readonly { id: number; text: string }[]>([]);
  const press = async (key: string, name: string) => {
    const target = document.activeElement ?? document.body;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    // Browsers click the focused element only for a real Enter key.
    if (target.dispatchEvent(event) && key === 'Enter' && target instanceof HTMLElement) target.click();
    await new Promise(requestAnimationFrame);
    const text = `${name}: ${nameOf(document.activeElement)}`;
    setLog((before) => [{ id: (before[0]?.id ?? 0) + 1, text }, ...before].slice(0, LOG_LENGTH));
  };
  return (
    <>
      {children}
      <aside className="remote" aria-label="Remote control">
        <div className="remote-keys">
          {KEYS.map(({ key, name, sign }) => (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              className="remote-key"
              data-key={key}
              aria-label={name}
              // The focus must stay in the app.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void press(key, name)}
            >
              {sign}
            </button>
          ))}
        </div>
        <ol className="remote-log" aria-label="Last keys" tabIndex={-1}>
          {log.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
        <p className="remote-hint">
          The processor of a television is 6 to 20 times slower than that of a computer. In the toolbar, you can slow
          down keys and frames, and choose the stylesheet of a model year. To slow down everything, use the developer
          tools: Performance, CPU: 6× slowdown.
        </p>
      </aside>
    </>
  );
}

function nameOf(element: Element | null): string {
  if (!element || element === document.body) return 'nothing';
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const text = element.getAttribute('aria-label') ?? (labels[0] ?? element).textContent ?? '';
  return text.trim().slice(0, 28) || element.querySelector('img')?.alt || element.localName;
}
