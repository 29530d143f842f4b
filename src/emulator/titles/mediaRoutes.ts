import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import { mediaItemOf } from './mediaItem.js';
import { sampleCast } from './sampleCast.js';
import { sampleSeasons } from './seasons.js';
import { requireSession } from '../auth/tiers.js';
import { findTitle } from './titleLookup.js';

/** Route that returns the facts of a title. Path, token tier and response format are inferred. */
export function mediaRoutes(state: EmulatorState): Hono {
  return new Hono().get('/:mediaId', async (context) => {
    await requireSession(context.req, state);
    const title = findTitle(state, context.req.param('mediaId'));
    const seasons = sampleSeasons(title);
    return context.json({
      ...mediaItemOf(title),
      ...(title.overview !== undefined && { overview: title.overview }),
      runtime: title.runtime,
      release_date: title.releaseDate,
      genres: title.genres,
      cast: sampleCast(title),
      ...(seasons.length > 0 && {
        seasons: seasons.map(({ season, episodes }) => ({ season_number: season, episode_count: episodes })),
      }),
    });
  });
}
