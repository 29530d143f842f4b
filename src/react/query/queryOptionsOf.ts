import type { DataTag, QueryFunction, QueryKey, UseQueryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';

/**
 * What a query-option factory gives: a key that carries the type of its data, and a fetcher. Written out, since the
 * type TanStack infers names internals that differ between its versions.
 */
export type QueryOptionsOf<Data, Key extends QueryKey> = Omit<
  UseQueryOptions<Data, DiscovrError, Data, Key>,
  'queryFn' | 'queryKey'
> & {
  queryFn?: QueryFunction<Data, Key>;
  queryKey: DataTag<Key, Data, DiscovrError>;
};
