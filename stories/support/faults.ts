import type { TestDiscovr } from '../../src/testing/createTestDiscovr.js';

/** The faults in the Storybook toolbar. */
export type StoryFault = 'none' | 'offline' | 'server error' | 'field error' | 'session expired' | 'signed out';

/** Makes the emulator fail with the fault chosen in the toolbar. */
export function applyFault({ control }: TestDiscovr, fault: StoryFault): void {
  const always = { times: Number.MAX_SAFE_INTEGER, route: 'POST /pages' } as const;
  if (fault === 'offline') control.setOffline(true);
  if (fault === 'server error') control.failNext({ kind: 'status', status: 500 }, always);
  // A story has no session yet that could expire. The client renews the session and repeats the request.
  if (fault === 'session expired')
    control.failNext({ kind: 'status', status: 401, code: 'TOKEN_EXPIRED' }, { route: 'POST /pages' });
  if (fault === 'signed out') control.revoke();
  if (fault === 'field error') {
    const issues = [{ path: ['pageFilters', 'genres'], message: 'unknown genre' }];
    control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues }, always);
  }
}
