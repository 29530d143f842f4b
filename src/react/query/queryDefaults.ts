/**
 * What each query of the library sets for itself, so that it behaves the same under any host's QueryClient: the
 * transport repeats and times out, being offline is an error at once, and nothing is fetched again by itself.
 */
export const queryDefaults = {
  retry: false,
  networkMode: 'always',
  throwOnError: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Number.POSITIVE_INFINITY,
} as const;

/** The same for mutations. Without `networkMode` TanStack would hold an offline mutation and send it later by itself. */
export const mutationDefaults = {
  retry: false,
  networkMode: 'always',
  throwOnError: false,
} as const;
