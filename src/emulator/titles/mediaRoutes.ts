import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import { factsOf, mediaItemOf } from './mediaItem.js';
import { sampleCast } from './sampleCast.js';
import { requireSession } from '../auth/tiers.js';
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
