import { createSessionSource, DiscovrClient, DiscovrProvider, type SessionState } from 'discovr-react';
import type { ReactNode } from 'react';

const client = new DiscovrClient('my-app', {
  basePath: import.meta.env.VITE_DISCOVR_API,
  sessionSource: createSessionSource('/api/discovr'),
});

export function Discovr({ initialSession, children }: { initialSession: SessionState; children: ReactNode }) {
  return (
    <DiscovrProvider client={client} initialSession={initialSession}>
      {children}
    </DiscovrProvider>
  );
}
