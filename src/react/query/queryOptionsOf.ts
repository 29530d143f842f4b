import type { DataTag, QueryFunction, QueryKey, UseQueryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';

/**
 * Result of a query-options factory: a key that carries the type of its data, and a query function. Written out because
 * the type that TanStack infers names internals that differ between its versions.
 */
export type QueryOptionsOf<Data, Key extends QueryKey> = Omit<
  UseQueryOptions<Data, DiscovrError, Data, Key>,
  'queryFn' | 'queryKey'
> & {
  queryFn?: QueryFunction<Data, Key>;
  queryKey: DataTag<Key, Data, DiscovrError>;
};
