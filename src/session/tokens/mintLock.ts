import { startTimer } from '../../api/time/startTimer.js';
import { MINT_LOCK_TIMEOUT_MS } from '../timing.js';

/** Runs a mint while no other tab runs one, as far as that can be had. */
export type MintLock = <T>(mint: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/**
 * A lock over all tabs by the platform's Web Locks. It is held around a mint and nothing else, waited for ten seconds
 * at most, and never stolen: where it cannot be had, the mint goes on without it.
 */
export function webMintLock(name: string): MintLock {
  return async (mint, signal) => {
    const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
    if (!locks) return mint();
    const waiting = new AbortController();
    const giveUp = () => waiting.abort();
    const stopTimer = startTimer(giveUp, MINT_LOCK_TIMEOUT_MS);
    signal.addEventListener('abort', giveUp);
    let release = () => undefined as void;
    const isOver = new Promise<void>((resolve) => (release = resolve));
    try {
      await new Promise<void>((resolve) => {
        const begin = () => {
          resolve();
          return isOver;
        };
        // Waiting in vain, or a context in which no locks are given: go on without.
        locks.request(name, { signal: waiting.signal }, begin).catch(() => resolve());
      });
      stopTimer();
      return await mint();
    } finally {
      stopTimer();
      signal.removeEventListener('abort', giveUp);
      release();
    }
  };
}
