import type * as z from 'zod/mini';
import type { Tier } from './tiers.js';
import type { ApiRequest, CallOptions, Send } from './transport.js';

/** Lends a token to a call, and decides what a refusal means. */
export type Authorize = <T>(call: (token: string) => Promise<T>, options?: CallOptions) => Promise<T>;

/** A request whose tier and token are filled in by the API it belongs to. */
type TierRequest<Schema extends z.ZodMiniType> = Omit<ApiRequest<Schema>, 'tier' | 'token' | 'signal'>;

/** Sends the requests of one tier, each with a token it was lent for that call. */
export type AuthorizedSend = <Schema extends z.ZodMiniType>(
  request: TierRequest<Schema>,
  options?: CallOptions,
) => Promise<z.output<Schema>>;

/** Binds a transport to a tier and to the one who lends its tokens. */
export function authorizedSend(send: Send, tier: Tier, authorize: Authorize): AuthorizedSend {
  return (request, options) =>
    authorize((token) => send({ ...request, tier, token, signal: options?.signal }), options);
}
