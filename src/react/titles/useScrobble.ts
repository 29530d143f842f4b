'use client';

import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { COMPLETED_PROGRESS } from '../../api/facts.js';
import type { ScrobbleTv } from '../../api/history.js';
import type { ScrobbleResponse } from '../../api/playback.js';
import type { DiscovrError } from '../../shared/errors.js';
import { eventsOf } from '../events/events.js';
import { useDiscovrContext } from '../provider/context.js';
import { discovrTitleKeys } from '../query/keys.js';
import { mutationOf } from '../query/options.js';
import { refetchChanged } from '../query/refetchChanged.js';
import type { Owner } from '../query/profileScope.js';
import { useOwner } from '../query/useScoped.js';
import { sendForProfile } from './titleChange.js';

/** Event of a player: progress during playback, or a change of its state. */
type PlayerEvent = 'playing' | 'paused' | 'resumed' | 'ended';

/** Options of {@link useScrobble}. */
export interface UseScrobbleOptions {
  /** The episode of a series that is played; both numbers start at 1. */
  tv?: ScrobbleTv | undefined;
  /**
   * Milliseconds between two reports during playback, 10,000 to 30,000.
   * @default 15000
   */
  intervalMs?: number | undefined;
  /** Called when a report fails. Playback and further reports can continue. */
  onError?: ((error: DiscovrError) => void) | undefined;
}

/**
 * Result of {@link useScrobble}. The functions change only when the title, episode, interval, profile or client changes.
 * Those of a render report for its profile: after a profile switch, they send nothing.
 */
export interface UseScrobbleResult {
  /**
   * Accepts every event of the player, with the progress in percent. Sends `'playing'` when the last report is at least
   * `intervalMs` old, and other events immediately. Ignores a progress of `NaN`, which players report before they know
   * the duration.
   */
  readonly report: (event: PlayerEvent, progress: number) => void;
  /** Reports a jump: start and end in percent, and its length in seconds. Ignores values of `NaN`. */
  readonly skip: (from: number, to: number, duration: number) => void;
  /** Why the last report failed, or `null`. */
  readonly error: DiscovrError | null;
}

interface Report {
  /** The profile that watches. */
  readonly owner: Owner;
  readonly mediaId: string;
  readonly send: () => Promise<ScrobbleResponse>;
  /** Whether to refetch data on screen immediately; otherwise the data is refetched when it is next shown. */
  readonly isSeenNow: boolean;
  readonly isCompleted: boolean;
}

/**
 * Reports playback to Discovr: every 10 to 30 seconds while playing, and immediately on pause, on resume and at the
 * end. Reports of one title are sent in order. Nothing is sent on unmount, so report `'paused'` when the user leaves
 * the player.
 *
 * @example
 * const { report } = useScrobble('TV_900020167', { tv: { season: 1, episode: 2 } });
 * <video onTimeUpdate={({ currentTarget: v }) => report('playing', (v.currentTime / v.duration) * 100)} />
 */
export function useScrobble(mediaId: string, options: UseScrobbleOptions = {}): UseScrobbleResult {
  const { tv, intervalMs = DEFAULT_INTERVAL_MS, onError } = options;
  const { client, queryClient, snapshots } = useDiscovrContext('useScrobble()');
  const { clientId, profileId } = useOwner(snapshots);
  const [pace] = useState(() => new ScrobblePace());
  const { mutate, error } = useMutation<ScrobbleResponse, DiscovrError, Report>(
    {
      ...mutationOf('scrobble', client),
      ...(onError && { onError: (failure) => onError(failure) }),
      mutationFn: async ({ owner, mediaId: title, send, isSeenNow, isCompleted }) => {
        const keys = [
          discovrTitleKeys.mediaProfileMetas(owner, title),
          ...(isCompleted ? [discovrTitleKeys.histories(owner), discovrTitleKeys.mediaHistories(owner, title)] : []),
        ];
        try {
          return await sendForProfile({ client, queryClient, owner }, title, send);
        } finally {
          const refetchType = isSeenNow ? 'active' : 'none';
          for (const queryKey of keys) refetchChanged(queryClient, { queryKey, refetchType });
        }
      },
    },
    queryClient,
  );
  // Compares the numbers, because the app may create a new `tv` object at each render.
  const { season, episode } = tv ?? {};

  const report = useCallback(
    (event: PlayerEvent, reported: number) => {
      if (!Number.isFinite(reported)) return;
      const progress = percent(reported);
      const what = `${mediaId} ${season} ${episode}`;
      if (event !== 'playing') pace.note(what);
      else if (!pace.isDue(what, intervalMs)) return;
      mutate({
        owner: { clientId, profileId },
        mediaId,
        async send() {
          const played = episodeOf(season, episode);
          const response = await client.scrobble(mediaId, progress, { tv: played });
          eventsOf(client).emit({ type: 'playbackProgress', mediaId, tv: played, event, progress });
          return response;
        },
        isSeenNow: event !== 'playing',
        isCompleted: progress >= COMPLETED_PROGRESS,
      });
    },
    [client, clientId, profileId, mediaId, season, episode, intervalMs, mutate, pace],
  );
  const skip = useCallback(
    (from: number, to: number, duration: number) => {
      if (![from, to, duration].every(Number.isFinite)) return;
      mutate({
        owner: { clientId, profileId },
        mediaId,
        send: () =>
          client.scrobbleSkip(mediaId, percent(from), percent(to), duration, { tv: episodeOf(season, episode) }),
        isSeenNow: false,
        isCompleted: false,
      });
    },
    [client, clientId, profileId, mediaId, season, episode, mutate],
  );
  return { report, skip, error };
}

const percent = (value: number) => Math.min(Math.max(value, 0), 100);

function episodeOf(season: number | undefined, episode: number | undefined): ScrobbleTv | undefined {
  return season !== undefined && episode !== undefined ? { season, episode } : undefined;
}

/** The API asks for a report every 10 to 30 seconds during playback. */
const SHORTEST_INTERVAL_MS = 10_000;
const LONGEST_INTERVAL_MS = 30_000;

/** Milliseconds between two reports during playback. */
const DEFAULT_INTERVAL_MS = 15_000;

/** The title and episode of the last report, and its time. */
interface LastReport {
  readonly what: string;
  /** Milliseconds of the monotonic clock. */
  readonly at: number;
}

/** Decides which progress events of a player to send, because players fire them several times a second. */
class ScrobblePace {
  #last: LastReport | undefined;

  /**
   * Returns whether a report is due, and if so, records it as sent. The first report after the title or episode changes
   * is always due.
   *
   * @param what the title, and the episode of a series.
   * @param intervalMs limited to the range from 10,000 to 30,000.
   */
  isDue(what: string, intervalMs: number): boolean {
    const pause = Math.min(Math.max(intervalMs, SHORTEST_INTERVAL_MS), LONGEST_INTERVAL_MS);
    if (this.#last?.what === what && performance.now() - this.#last.at < pause) return false;
    this.note(what);
    return true;
  }

  /** Records a report that is sent without waiting for the interval. */
  note(what: string): void {
    this.#last = { what, at: performance.now() };
  }
}
