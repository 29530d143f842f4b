/**
 * Options that every query of the library sets, so that it behaves the same under any app's QueryClient: the transport
 * handles repeats and timeouts, being offline is an immediate error, and nothing is refetched automatically.
 */
export const queryDefaults = {
  retry: false,
  networkMode: 'always',
  throwOnError: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Number.POSITIVE_INFINITY,
} as const;

/** The same options for mutations. Without `networkMode`, TanStack would hold an offline mutation and send it later. */
export const mutationDefaults = {
  retry: false,
  networkMode: 'always',
  throwOnError: false,
} as const;
