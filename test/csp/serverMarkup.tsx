import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { DiscovrClient, DiscovrProvider } from '../../src/index.js';
import { parts } from '../conformance/parts.js';

/** Returns the HTML of every drop-in, as a server renders it for a signed-out user. */
export function serverMarkup(): string {
  const client = new DiscovrClient('server');
  const inProvider = (content: ReactElement) => (
    <DiscovrProvider client={client}>
      <main>{content}</main>
    </DiscovrProvider>
  );
  return parts.map(({ Part, surround }) => renderToString(inProvider(surround(<Part />)))).join('\n');
}
