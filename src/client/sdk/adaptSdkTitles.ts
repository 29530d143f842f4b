import type { GetRowsResponse } from '../../api/schemas/row.js';
import { readForeign } from '../foreignCall.js';
import type { DiscovrSdkLike, SdkRows } from './discovrSdkLike.js';
import { titleMethods, type TitleMethods } from '../titles/titleMethods.js';

/** Runs a call for the active profile. A result for another profile is dropped; errors become `DiscovrError`s. */
type InSession = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

type Call = (...args: unknown[]) => Promise<unknown>;

/** Adapts the methods that an SDK has for rows and titles. */
export function adaptSdkTitles(sdk: DiscovrSdkLike, inSession: InSession): Partial<TitleMethods> {
  const methods = titleMethods.flatMap((name) => {
    // Arguments and results pass through, so their types do not matter here.
    const method = sdk[name] as Call | undefined;
    if (!method) return [];
    const adapted: Call = (...args) => {
      const { args: sent, signal } = withoutSignal(args);
      return inSession(async () => {
        const result = await method.apply(sdk, sent);
        return name === 'getRows' ? readForeign(name, () => rowsOf(result as SdkRows)) : result;
      }, signal);
    };
    return [[name, adapted] as const];
  });
  // Each adapted method has the same arguments and result as the SDK's method, and therefore the same type.
  return Object.fromEntries(methods) as Partial<TitleMethods>;
}

/**
 * Removes the signal and `undefined` values from the options, which are the last argument of every method. An SDK might
 * write `undefined` into a query.
 */
function withoutSignal(args: unknown[]): { args: unknown[]; signal: AbortSignal | undefined } {
  const options = args.at(-1);
  if (typeof options !== 'object' || options === null) return { args, signal: undefined };
  const { signal, ...rest } = options as { signal?: AbortSignal };
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { args: [...args.slice(0, -1), ...(known.length > 0 ? [Object.fromEntries(known)] : [])], signal };
}

/** Reads the rows that an SDK returns, in any of the inferred forms. */
function rowsOf(result: SdkRows): GetRowsResponse {
  if (Array.isArray(result)) return { rows: result, hasMore: false };
  if (!('items' in result)) return result;
  const { items, ...batch } = result;
  return { ...batch, rows: items };
}
