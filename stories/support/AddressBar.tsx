import type { ReactNode } from 'react';

/** Imitates the address bar with Back and Forward, which a story inside a frame does not have. */
export function AddressBar({ children }: { children: ReactNode }) {
  const filterParams = [...new URLSearchParams(window.location.search)].filter(([name]) => /^f(\.|$)/.test(name));
  return (
    <nav aria-label="Address bar" style={{ padding: 20, fontSize: 14 }}>
      <button type="button" onClick={() => window.history.back()}>
        Back
      </button>{' '}
      <button type="button" onClick={() => window.history.forward()}>
        Forward
      </button>{' '}
      <code style={{ overflowWrap: 'anywhere' }}>/browse?{String(new URLSearchParams(filterParams))}</code>
      <p>{children}</p>
    </nav>
  );
}
