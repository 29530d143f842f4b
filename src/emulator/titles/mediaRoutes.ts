import { Hono } from 'hono';
import * as z from 'zod/mini';
import { regionCodes } from '../../filters/vocabulary/defaultVocabulary.js';
import { watchProviders } from '../../filters/vocabulary/watchProviders.js';
import { requireSession } from '../auth/tiers.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { checked } from '../http/requestBody.js';
import { providerItemOf } from '../pages/rowItems.js';
import { recordOf, type EmulatorState } from '../types.js';
import { sampleWatchProviders } from './availability.js';
import { entriesOf } from './history.js';
import { factsOf, mediaItemOf, sampleCast } from './mediaItem.js';
import { playbackOf } from './playback.js';
import { findTitle } from './titleLookup.js';

/** Route that returns the facts of a title. Path, token tier and response format are inferred. */
export function mediaRoutes(state: EmulatorState): Hono {
  return new Hono().get('/:mediaId', async (context) => {
    await requireSession(context.req, state);
    const title = findTitle(state, context.req.param('mediaId'));
    return context.json({
      ...mediaItemOf(title),
      ...factsOf(title),
      cast: sampleCast(title),
    });
  });
}

const querySchema = z.strictObject({ providers: z.optional(z.enum(['true', 'false'])) });

/** Route that returns the lists, playback and history of a title for the active profile (path and query inferred). */
export function profileMediaRoutes(state: EmulatorState): Hono {
  return new Hono().get('/:mediaId', async (context) => {
    const { profileId } = await requireSession(context.req, state);
    const { mediaId } = context.req.param();
    const title = findTitle(state, mediaId);
    const { providers } = checked(context.req.query(), querySchema, 'query');
    const record = recordOf(state, profileId);
    const { liked, disliked, super_liked, watchlist } = record.lists;
    return context.json({
      liked: liked.has(mediaId),
      disliked: disliked.has(mediaId),
      super_liked: super_liked.has(mediaId),
      watchlist: watchlist.has(mediaId),
      playback: playbackOf(record, title) ?? null,
      history: entriesOf(record, mediaId).some(({ progress }) => progress > 0),
      ...(providers === 'true' && { providers: providersOf(title) }),
    });
  });
}

/** Returns the watch providers that have a title in any region (sample data). */
function providersOf(title: CatalogTitle) {
  const carriers = new Set(regionCodes.flatMap((region) => sampleWatchProviders(title, region)));
  return watchProviders.filter(({ id }) => carriers.has(id)).map(providerItemOf);
}
