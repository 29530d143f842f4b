'use client';

import type { ReactNode } from 'react';
import { browserPlatform } from '../../platform/browser.js';
import { useProvider, type DiscovrProviderProps } from './useProvider.js';

export type { DiscovrProviderProps } from './useProvider.js';

/**
 * Provides the client, the cache, the session and the messages to everything below it. Renders no element. Provides the
 * cache to TanStack's hooks too, unless there is a `<QueryClientProvider>` around it.
 *
 * @example
 * const client = new DiscovrClient('my-app');
 * <DiscovrProvider client={client}><App /></DiscovrProvider>
 */
export function DiscovrProvider(props: DiscovrProviderProps): ReactNode {
  return useProvider(props, browserPlatform, process.env.NODE_ENV === 'production' ? undefined : warnOfTwoSheets);
}

/** Custom properties that mark the root of a drop-in, each with the stylesheet that sets it. */
const SHEETS: Readonly<Record<string, string>> = {
  '--d-sheet-plain': 'styles.css',
  '--d-sheet-layer': 'styles.layer.css',
  '--d-sheet-tv': 'styles.tv.css',
};

let hasLooked = false;

/** Warns once, in development, when an app loads two of the stylesheets, whose rules would conflict. */
function warnOfTwoSheets(): void {
  if (hasLooked) return;
  hasLooked = true;
  const probe = document.createElement('div');
  probe.className = 'discovr-Root';
  probe.hidden = true;
  document.body.append(probe);
  const style = document.defaultView?.getComputedStyle(probe);
  const loaded = Object.keys(SHEETS).filter((mark) => style?.getPropertyValue(mark));
  probe.remove();
  if (loaded.length < 2) return;
  console.warn(
    `discovr-react: ${loaded.map((mark) => SHEETS[mark]).join(' and ')} are both loaded, so their rules ` +
      'conflict. Import only one of them; docs/styling.md explains which one fits your app.',
  );
}
