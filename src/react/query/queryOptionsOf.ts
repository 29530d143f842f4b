import type { DataTag, QueryFunction, QueryKey, UseQueryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';

/**
 * Result of a query-options factory: a key that carries the type of its data, and a query function; `select` is left to
 * the caller. Written out because TanStack's inferred type refers to internals, which differ between its versions.
 */
export type QueryOptionsOf<Data, Key extends QueryKey> = Omit<
  UseQueryOptions<Data, DiscovrError, Data, Key>,
  'queryFn' | 'queryKey' | 'select'
> & {
  queryFn?: QueryFunction<Data, Key>;
  queryKey: DataTag<Key, Data, DiscovrError>;
};
