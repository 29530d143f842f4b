'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { isAbortError, isDiscovrError, type DiscovrError } from '../../shared/errors.js';
import type { RequestDeviceCodeOptions } from '../../api/publicApi.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { SignInResult } from '../../session/credential.js';
import { failuresOf } from '../failures/failures.js';
import { useDiscovrContext } from '../provider/context.js';

/** Options of {@link useDeviceSignIn}. */
export interface UseDeviceSignInOptions {
  /**
   * Edge length of the QR code, in pixels, 100 to 1000; use 600 to 800 for a television.
   * @default 300
   */
  qrSize?: number | undefined;
  /** Called when this device is signed in. `kept` is `false` if the sign-in could not be stored. */
  onSignedIn?: ((result: SignInResult) => void) | undefined;
}

/** A code that waits for approval. */
interface WaitingCode {
  readonly status: 'waiting';
  /** Code that the user enters on another device. */
  readonly userCode: string;
  /** QR code as a PNG data URL. */
  readonly qrCode: string;
  /** When the code expires, in milliseconds of this device's clock. */
  readonly expiresAt: number;
}

/** Progress of a sign-in by code; `requesting` until a code is available. */
export type DeviceSignInProgress =
  | { readonly status: 'requesting' | 'expired' | 'denied' | 'cancelled' }
  | ({ readonly status: 'approved' } & SignInResult)
  | { readonly status: 'failed'; readonly error: DiscovrError }
  | WaitingCode;

/** Result of {@link useDeviceSignIn}. */
export interface UseDeviceSignInResult {
  readonly progress: DeviceSignInProgress;
  /** Requests a new code to replace the current one. */
  readonly restart: () => void;
  /** Stops waiting. The status becomes `cancelled`. Does nothing once the code is approved. */
  readonly cancel: () => void;
}

const REQUESTING: DeviceSignInProgress = { status: 'requesting' };

/**
 * Milliseconds for which a code must have been shown before it is replaced automatically. Without this limit, a server
 * whose codes expire immediately would cause endless requests.
 */
const SHORTEST_REPLACED_CODE_MS = 10_000;

/**
 * Signs in by a code that the user approves on another device. Requests a code on mount, waits for its approval, and
 * stops waiting on unmount. Replaces an expired code automatically while the app is visible, unless the code was
 * shown for less than 10 seconds.
 *
 * @example
 * const { progress, restart, cancel } = useDeviceSignIn();
 * if (progress.status === 'waiting') return <p>Enter {progress.userCode}</p>;
 */
export function useDeviceSignIn({ qrSize, onSignedIn }: UseDeviceSignInOptions = {}): UseDeviceSignInResult {
  const { client } = useDiscovrContext('useDeviceSignIn()');
  const [attempt, setAttempt] = useState(0);
  const [latest, setLatest] = useState({ attempt, progress: REQUESTING });
  const stop = useRef<() => void>(undefined);
  const latestOnSignedIn = useRef(onSignedIn);
  useEffect(() => {
    latestOnSignedIn.current = onSignedIn;
  }, [onSignedIn]);

  useEffect(() => {
    const ended = new AbortController();
    let isOver = false;
    let status: DeviceSignInProgress['status'] = 'requesting';
    let shownAt = 0;
    let wasShownLong = false;
    const { visibility } = client.platform;
    const renewIfExpired = () => {
      if (status === 'expired' && wasShownLong && visibility.isVisible() && !ended.signal.aborted)
        setAttempt((number) => number + 1);
    };
    stop.current = () => {
      if (status === 'approved') return;
      ended.abort();
      // A code that has just been approved still signs this device in, so the sign-in tells how it ends.
      if (status === 'waiting') return;
      isOver = true;
      setLatest({ attempt, progress: { status: 'cancelled' } });
    };
    const undo = visibility.onChanged(renewIfExpired);
    void waitForApproval(client, { qrSize, signal: ended.signal }, (progress) => {
      // A sign-in that is only shown to signed-out users is removed before it can report the approval.
      if (progress.status === 'approved') latestOnSignedIn.current?.({ kept: progress.kept });
      if (isOver) return;
      status = progress.status;
      if (status === 'waiting') shownAt = performance.now();
      wasShownLong = performance.now() - shownAt >= SHORTEST_REPLACED_CODE_MS;
      setLatest({ attempt, progress });
      if (progress.status === 'failed') failuresOf(client).notify({ ...progress, operation: 'deviceSignIn' });
      renewIfExpired();
    });
    return () => {
      undo();
      isOver = true;
      ended.abort();
      // The code on screen can no longer be approved.
      setLatest({ attempt, progress: REQUESTING });
    };
  }, [client, qrSize, attempt]);

  const restart = useCallback(() => setAttempt((number) => number + 1), []);
  const cancel = useCallback(() => stop.current?.(), []);
  return { progress: latest.attempt === attempt ? latest.progress : REQUESTING, restart, cancel };
}

async function waitForApproval(
  client: DiscovrClientLike,
  options: RequestDeviceCodeOptions,
  show: (progress: DeviceSignInProgress) => void,
): Promise<void> {
  try {
    const signIn = await client.signInWithDeviceCode(options);
    const { userCode, qrCode, expiresAt } = signIn;
    show({ status: 'waiting', userCode, qrCode, expiresAt });
    const end = await signIn.finished();
    if (end.status === 'failed' || end.status === 'approved') show(end);
    else if (end.status !== 'waiting') show({ status: end.status });
  } catch (error) {
    if (isDiscovrError(error)) show({ status: 'failed', error });
    else if (!isAbortError(error)) throw error;
  }
}
