import { DiscovrProvider, type DiscovrClient, type DiscovrEvent } from 'discovr-react';
import type { ReactNode } from 'react';

interface MonitoredProps {
  client: DiscovrClient;
  track: (name: string, event: DiscovrEvent) => void;
  report: (error: Error, tags: { operation: string; code: string }) => void;
  children: ReactNode;
}

export function Monitored({ client, track, report, children }: MonitoredProps) {
  return (
    <DiscovrProvider
      client={client}
      onEvent={(event) => track(event.type, event)}
      onError={(error, { operation }) => report(error, { operation, code: error.code })}
    >
      {children}
    </DiscovrProvider>
  );
}
