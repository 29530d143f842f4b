import { startTimer } from '../../api/time/startTimer.js';
import { MINT_LOCK_TIMEOUT_MS } from '../timing.js';

/** Runs a mint while no other tab mints, if the browser supports locks. */
export type MintLock = <T>(mint: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/**
 * Creates a lock across all tabs with the Web Locks API. It is held only during a mint and never stolen. If it is not
 * available within ten seconds, the mint runs without it, and later mints do not wait until the lock was free once.
 */
export function webMintLock(name: string): MintLock {
  let isStuck = false;
  return async (mint, signal) => {
    const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
    if (!locks) return mint();
    const waiting = new AbortController();
    const stopWaiting = () => waiting.abort();
    const stopTimer = startTimer(() => {
      isStuck = true;
      stopWaiting();
    }, MINT_LOCK_TIMEOUT_MS);
    signal.addEventListener('abort', stopWaiting);
    let release = () => undefined as void;
    const isOver = new Promise<void>((resolve) => (release = resolve));
    try {
      await new Promise<void>((resolve) => {
        const begin = (lock: Lock | null) => {
          if (lock) isStuck = false;
          resolve();
          return isOver;
        };
        // The request rejects when the wait was aborted, and in contexts without locks: continue without the lock.
        locks.request(name, isStuck ? { ifAvailable: true } : { signal: waiting.signal }, begin).catch(() => resolve());
      });
      stopTimer();
      return await mint();
    } finally {
      stopTimer();
      signal.removeEventListener('abort', stopWaiting);
      release();
    }
  };
}
