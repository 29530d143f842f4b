import type { GetRowsResponse } from '../../api/schemas/row.js';
import { readForeign } from '../foreignCall.js';
import type { DiscovrSdkLike, SdkRows } from './discovrSdkLike.js';
import { titleMethods, type TitleMethods } from '../titles/titleMethods.js';

/** Runs a call for one profile: its result for any other is dropped, its errors become `DiscovrError`s. */
type InSession = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

type Call = (...args: unknown[]) => Promise<unknown>;

/** What an SDK can do with rows and titles, as far as it can. */
export function adaptSdkTitles(sdk: DiscovrSdkLike, inSession: InSession): Partial<TitleMethods> {
  const methods = titleMethods.flatMap((name) => {
    // What a method takes and gives is its own business.
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
  // Each hands on what it is given and gives what it gets, so it has the type of the one it stands for.
  return Object.fromEntries(methods) as Partial<TitleMethods>;
}

/**
 * Takes the signal out of the options, which every method takes last, and what is `undefined`: an SDK may write that
 * into a query.
 */
function withoutSignal(args: unknown[]): { args: unknown[]; signal: AbortSignal | undefined } {
  const options = args.at(-1);
  if (typeof options !== 'object' || options === null) return { args, signal: undefined };
  const { signal, ...rest } = options as { signal?: AbortSignal };
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { args: [...args.slice(0, -1), ...(known.length > 0 ? [Object.fromEntries(known)] : [])], signal };
}

/** Reads the rows of an SDK, whose envelope is inferred. */
function rowsOf(answer: SdkRows): GetRowsResponse {
  if (Array.isArray(answer)) return { rows: answer, hasMore: false };
  if (!('items' in answer)) return answer;
  const { items, ...part } = answer;
  return { ...part, rows: items };
}
