import { createSessionSource, DiscovrClient, DiscovrHydration, DiscovrPage, DiscovrProvider } from 'discovr-react';
import { useEffect, useState } from 'react';

/** Filters of the page. The server must prefetch the same ones. */
export const pageFilters = {};

/** Page of an app whose server keeps the sign-in. Without `initialSession` and `state`, the browser loads everything. */
export function App({ basePath, initialSession, state, onMounted }) {
  const [client] = useState(
    () => new DiscovrClient('bench', { basePath, sessionSource: createSessionSource('/api/discovr') }),
  );
  useEffect(() => onMounted?.(), [onMounted]);
  return (
    <DiscovrProvider client={client} initialSession={initialSession}>
      <DiscovrHydration state={state}>
        <Browse />
      </DiscovrHydration>
    </DiscovrProvider>
  );
}

function Browse() {
  return <DiscovrPage filters={pageFilters} onItemClick={() => undefined} />;
}
