import type { DiscovrOperation } from '../failures/discovrFailure.js';

/**
 * Options that every query of the library sets, so that it behaves the same with any app's QueryClient: the transport
 * handles retries and timeouts, and queries fail while offline instead of waiting. Only a query that failed and has no data
 * is refetched automatically, when the browser is online again.
 */
export const queryDefaults = {
  retry: false,
  networkMode: 'always',
  throwOnError: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: ({ state }: { readonly state: { readonly status: string; readonly data: unknown } }) =>
    state.status === 'error' && state.data === undefined && 'always',
  staleTime: Number.POSITIVE_INFINITY,
} as const;

/**
 * Options that every mutation of the library sets. Without `networkMode`, TanStack would pause a mutation while offline
 * and send it later.
 */
const mutationDefaults = {
  retry: false,
  networkMode: 'always',
  throwOnError: false,
} as const;

/**
 * Returns the options that a mutation of the library sets, with its key.
 *
 * @param prefix start of the key, so that mutations of one subject can be found together.
 */
export const mutationOf = (operation: DiscovrOperation, prefix: readonly string[] = ['discovr']) => ({
  ...mutationDefaults,
  mutationKey: [...prefix, operation],
});
