import type { ReactNode } from 'react';

/** Shows the URL with Back and Forward buttons, because a story in a frame has no address bar. */
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
