import type { ReactNode } from 'react';

/** Stands in for what a story inside a frame cannot show: the address bar, with Back and Forward. */
export function AddressBar({ children }: { children: ReactNode }) {
  const own = [...new URLSearchParams(window.location.search)].filter(([name]) => /^f(\.|$)/.test(name));
  return (
    <nav aria-label="Address" style={{ padding: 20, fontSize: 14 }}>
      <button type="button" onClick={() => window.history.back()}>
        Back
      </button>{' '}
      <button type="button" onClick={() => window.history.forward()}>
        Forward
      </button>{' '}
      <code style={{ overflowWrap: 'anywhere' }}>/browse?{String(new URLSearchParams(own))}</code>
      <p>{children}</p>
    </nav>
  );
}
