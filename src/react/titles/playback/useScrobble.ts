'use client';

import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DiscovrError } from '../../../api/errors/discovrError.js';
import { COMPLETED_PROGRESS, type ScrobbleTv } from '../../../api/schemas/titles/episode.js';
import type { ScrobbleResponse } from '../../../api/schemas/titles/playback.js';
import { useDiscovrContext } from '../../provider/context.js';
import { mutationDefaults } from '../../query/queryDefaults.js';
import { discovrTitleKeys } from '../../query/queryKeys.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { DEFAULT_INTERVAL_MS, ScrobblePace } from './scrobblePace.js';
import { sendForProfile } from '../titleChange.js';

/** What a player tells: that it goes on, or that something happened. */
export type PlayerEvent = 'playing' | 'paused' | 'resumed' | 'ended';

/** Options of {@link useScrobble}. */
export interface UseScrobbleOptions {
  /** Which episode of a series is played; both numbers from 1. */
  tv?: ScrobbleTv | undefined;
  /**
   * Milliseconds between two reports while playback goes on: 10,000 to 30,000.
   * @default 15000
   */
  intervalMs?: number | undefined;
  /** Hears why a report failed. Playback goes on; so may the app. */
  onError?: ((error: DiscovrError) => void) | undefined;
}

/** What {@link useScrobble} gives. The functions keep their identity while the title, the episode and the client do. */
export interface UseScrobbleResult {
  /**
   * Takes what the player tells, as often as it does; progress in percent. `'playing'` is sent when the last report is
   * `intervalMs` old, the others at once. A progress that is no number, as before a length is known, is left out.
   */
  readonly report: (event: PlayerEvent, progress: number) => void;
  /**
   * Tells of a jump: from where to where, in percent, and its length in seconds. Throws where the provider's client
   * cannot tell of jumps.
   */
  readonly skip: (from: number, to: number, duration: number) => void;
  /** Why the last report failed, or `null`. */
  readonly error: DiscovrError | null;
}

interface Report {
  readonly mediaId: string;
  readonly send: () => Promise<ScrobbleResponse>;
  /** Whether what shows this title is to be fetched now, or when it is next shown. */
  readonly isSeenNow: boolean;
  readonly isCompleted: boolean;
}

/**
 * Tells Discovr what is watched right now: every 10 to 30 seconds during playback, and at once on pause, on resume and at
 * the end. Reports of one title arrive in order. Nothing is sent on unmount: report `'paused'` when the player is left.
 *
 * @throws where the provider's client cannot.
 * @example
 * const { report } = useScrobble('TV_1396', { tv: { season: 1, episode: 2 } });
 * <video onTimeUpdate={({ currentTarget: v }) => report('playing', (v.currentTime / v.duration) * 100)} />
 */
export function useScrobble(mediaId: string, options: UseScrobbleOptions = {}): UseScrobbleResult {
  const { tv, intervalMs = DEFAULT_INTERVAL_MS, onError } = options;
  const { client, queryClient } = useDiscovrContext('useScrobble()');
  requireMethod(client, 'scrobble', 'useScrobble()');
  const [pace] = useState(() => new ScrobblePace());
  const { mutate, error } = useMutation<ScrobbleResponse, DiscovrError, Report>(
    {
      ...mutationDefaults,
      ...(onError && { onError: (failure) => onError(failure) }),
      mutationFn: async ({ mediaId: title, send, isSeenNow, isCompleted }) => {
        const keys = [
          discovrTitleKeys.mediaProfileMetas(client, title),
          ...(isCompleted ? [discovrTitleKeys.histories(client), discovrTitleKeys.mediaHistories(client, title)] : []),
        ];
        try {
          return await sendForProfile(client, queryClient, title, send);
        } finally {
          const refetchType = isSeenNow ? 'active' : 'none';
          for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey, refetchType });
        }
      },
    },
    queryClient,
  );
  // An object that an app makes at each render is the same episode.
  const { season, episode } = tv ?? {};

  const report = useCallback(
    (event: PlayerEvent, told: number) => {
      if (!Number.isFinite(told)) return;
      const progress = Math.min(Math.max(told, 0), 100);
      const what = `${mediaId} ${season} ${episode}`;
      if (event !== 'playing') pace.note(what);
      else if (!pace.isDue(what, intervalMs)) return;
      const scrobble = requireMethod(client, 'scrobble', 'useScrobble()');
      mutate({
        mediaId,
        send: () => scrobble(mediaId, progress, { tv: episodeOf(season, episode) }),
        isSeenNow: event !== 'playing',
        isCompleted: progress >= COMPLETED_PROGRESS,
      });
    },
    [client, mediaId, season, episode, intervalMs, mutate, pace],
  );
  const skip = useCallback(
    (from: number, to: number, duration: number) => {
      const scrobbleSkip = requireMethod(client, 'scrobbleSkip', 'useScrobble().skip()');
      mutate({
        mediaId,
        send: () => scrobbleSkip(mediaId, from, to, duration, { tv: episodeOf(season, episode) }),
        isSeenNow: false,
        isCompleted: false,
      });
    },
    [client, mediaId, season, episode, mutate],
  );
  return { report, skip, error };
}

function episodeOf(season: number | undefined, episode: number | undefined): ScrobbleTv | undefined {
  return season !== undefined && episode !== undefined ? { season, episode } : undefined;
}
