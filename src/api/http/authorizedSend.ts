import type * as z from 'zod/mini';
import type { Tier } from './tiers.js';
import type { ApiRequest, CallOptions, Send } from './transport.js';

/** Runs a call with the current token, and handles a response that refuses the token. */
export type Authorize = <T>(call: (token: string) => Promise<T>, options?: CallOptions) => Promise<T>;

/** Request without its tier and token, which {@link authorizedSend} adds. */
type TierRequest<Schema extends z.ZodMiniType> = Omit<ApiRequest<Schema>, 'tier' | 'token' | 'signal'>;

/** Sends requests of one tier, each with the current token of the tier. */
export type AuthorizedSend = <Schema extends z.ZodMiniType>(
  request: TierRequest<Schema>,
  options?: CallOptions,
) => Promise<z.output<Schema>>;

/** Binds a transport to a tier and to the function that provides the tokens of that tier. */
export function authorizedSend(send: Send, tier: Tier, authorize: Authorize): AuthorizedSend {
  return (request, options) =>
    authorize((token) => send({ ...request, tier, token, signal: options?.signal }), options);
}
