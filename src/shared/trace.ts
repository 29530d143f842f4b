import { perObject } from '../messages/perObject.js';

/** Why a session is minted: none is in use, the server refused it, it is about to expire, or a profile was chosen. */
export type MintReason = 'missing' | 'refused' | 'renewal' | 'choice';

/**
 * A decision of the client that cannot be observed from outside. No event contains a token or a credential.
 *
 * - `token`: a call uses the session token in memory (`held`), another tab's token replaces it (`taken`), or the server
 *   refused it (`refused`)
 * - `mint`: a mint is needed (`asked`), shares one that is pending (`joined`), is the next of this tab (`turn`), or runs
 *   with the lock of all tabs or without it (`lock`)
 * - `channel`: a message to other tabs or from one
 * - `request`: an attempt to send a request has ended, with `ok`, the code of an error, or `aborted`. `waitMs` is the
 *   wait before the next attempt; it is absent after the last one.
 * - `signIn`: a sign-in has begun or ended, with `ok`, the code of an error, `aborted`, or the last status of a code
 */
export type TraceEvent =
  | { readonly type: 'token'; readonly step: 'held' | 'taken' | 'refused' }
  | { readonly type: 'mint'; readonly step: 'asked'; readonly reason: MintReason }
  | { readonly type: 'mint'; readonly step: 'joined' | 'turn' }
  | { readonly type: 'mint'; readonly step: 'lock'; readonly isHeld: boolean }
  | { readonly type: 'channel'; readonly step: 'sent' | 'received'; readonly kind: string }
  | {
      readonly type: 'request';
      /** Method and route, without the values of its parameters. */
      readonly name: string;
      /** Number of the attempt, from 1. */
      readonly attempt: number;
      readonly outcome: string;
      readonly waitMs?: number | undefined;
    }
  | {
      readonly type: 'signIn';
      readonly way: 'popup' | 'redirect' | 'code';
      /** Absent when the sign-in begins. */
      readonly outcome?: string | undefined;
    };

/** Receives the decisions of one client. An event is built only while `emit` is set. `emit` must not throw. */
export interface Trace {
  emit?: ((event: TraceEvent) => void) | undefined;
}

/** Returns the trace of a client. */
export const traceOf = perObject<object, Trace>(() => ({}));
