import type * as z from 'zod/mini';
import { perObject } from '../messages/perObject.js';
import type { Lifetime } from './lifetime.js';

/** Why a mint is needed: there is no usable token, it was refused, it is about to expire, or a profile was chosen. */
export type MintReason = 'missing' | 'refused' | 'renewal' | 'choice';

/**
 * A decision of the client that cannot be observed from outside. No event contains a token or a credential.
 *
 * - `token`: a call uses the session token in memory (`held`), another tab's token replaces it (`taken`), or the server
 *   refuses it (`refused`)
 * - `mint`: a mint is needed (`asked`), joins one that is running (`joined`), gets its turn in this tab (`turn`), runs
 *   with or without the lock of all tabs (`lock`), is not needed because another tab was faster (`spared`), or has
 *   ended for all calls that waited (`ended`), with `ok`, the code of an error, or `aborted`
 * - `channel`: a message to or from other tabs
 * - `request`: an attempt to send a request has ended, with `ok`, the code of an error, or `aborted`
 * - `signIn`: a sign-in has begun or ended, with `ok`, the code of an error, `aborted`, or the last status of a code. A
 *   sign-in by `redirect` ends when the browser leaves; `callback` completes it.
 */
export type TraceEvent =
  | { readonly type: 'token'; readonly step: 'held' | 'taken' | 'refused' }
  | {
      readonly type: 'mint';
      readonly step: 'asked';
      readonly reason: MintReason;
      /** How long the token of the active profile was still valid, in milliseconds; not positive if it had expired. */
      readonly leftMs?: number | undefined;
    }
  | { readonly type: 'mint'; readonly step: 'joined' | 'turn' | 'spared' }
  | { readonly type: 'mint'; readonly step: 'lock'; readonly isHeld: boolean }
  | {
      readonly type: 'mint';
      readonly step: 'ended';
      readonly outcome: string;
      /** Number of calls that waited for the token. */
      readonly callers: number;
    }
  | { readonly type: 'channel'; readonly step: 'sent' | 'received'; readonly kind: string }
  | {
      readonly type: 'request';
      /** Method and route, without the values of its parameters. */
      readonly name: string;
      readonly tier: 'identity' | 'session' | 'public';
      /** Number of the attempt, from 1. */
      readonly attempt: number;
      readonly outcome: string;
      /** How long the attempt took, in milliseconds. */
      readonly tookMs: number;
      /** How much of the call's deadline was left after the attempt, in milliseconds. */
      readonly leftMs: number;
      /** Wait before the next attempt, in milliseconds; absent after the last one. */
      readonly waitMs?: number | undefined;
      /** Id of the request from the `x-request-id` header, if the response has one. */
      readonly requestId?: string | undefined;
    }
  | {
      readonly type: 'signIn';
      readonly way: 'popup' | 'redirect' | 'callback' | 'code';
      /** Absent when the sign-in begins. */
      readonly outcome?: string | undefined;
    };

/** A response that was read with its schema. */
export interface Reading {
  /** Method and route, without the values of its parameters. */
  readonly route: string;
  readonly text: string;
  readonly schema: z.ZodMiniType;
  readonly result: z.core.util.SafeParseResult<unknown>;
}

/** Receives the decisions of one client. An event is built only while `emit` is set. Neither function may throw. */
export interface Trace {
  emit?: ((event: TraceEvent) => void) | undefined;
  /** Receives each response that is valid JSON. */
  read?: ((reading: Reading) => void) | undefined;
  /** Trace of the session source of the client, which sends requests itself. */
  backEnd?: Trace | undefined;
  /** Lifetime of the client. */
  lifetime?: Lifetime;
}

/** Returns the trace of a client. */
export const traceOf = perObject<object, Trace>(() => ({}));
