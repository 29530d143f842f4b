import { COMPLETED_PROGRESS } from '../../../api/facts.js';
import type { MediaProfileMeta } from '../../../api/mediaFacts.js';
import type { Owner } from '../../query/profileScope.js';
import { discovrTitleKeys } from '../../query/queryKeys.js';
import type { AffectedQueries } from '../titleChange.js';

/** New position of a playback; omitted values stay unchanged. */
interface PlaybackPlace {
  readonly mediaId: string;
  /** Percent. */
  readonly progress?: number | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** Returns how a playback changes the cache. */
export function playbackChange(owner: Owner, { mediaId, progress, season, episode }: PlaybackPlace): AffectedQueries[] {
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(owner, mediaId),
      change(data) {
        const meta = data as MediaProfileMeta;
        const reached = progress ?? meta.playback?.progress ?? 0;
        const playback = {
          ...meta.playback,
          progress: reached,
          resumable: reached > 0 && reached < COMPLETED_PROGRESS,
          ...(season !== undefined && { season }),
          ...(episode !== undefined && { episode }),
        };
        return { ...meta, playback };
      },
    },
  ];
}
