import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { scrobbleTvSchema } from '../../api/history.js';
import { scrobbleBodySchema, scrobbleSkipBodySchema } from '../../api/playback.js';
import { recordScrobble } from './playback.js';
import { recordOf } from '../profiles/profileRecord.js';
import { readRequestBody } from '../http/requestBody.js';
import { requireSession } from '../auth/tiers.js';
import { findTitle } from './titleLookup.js';

const tv = z.optional(z.strictObject(scrobbleTvSchema.shape));
const bodySchema = z.strictObject({ ...scrobbleBodySchema.shape, tv });
const skipSchema = z.strictObject({ ...scrobbleSkipBodySchema.shape, tv });

/** Routes that save the progress of a title that is being watched. A skip is validated, but not saved (inferred). */
export function scrobbleRoutes(state: EmulatorState): Hono {
  return new Hono()
    .post('/:mediaId', async (context) => {
      const { profileId } = await requireSession(context.req, state);
      const { mediaId } = context.req.param();
      findTitle(state, mediaId);
      const body = await readRequestBody(context.req, bodySchema);
      recordScrobble(state, recordOf(state, profileId), mediaId, body.progress, body.tv);
      return context.json({ status: 'ok' });
    })
    .post('/:mediaId/skip', async (context) => {
      await requireSession(context.req, state);
      findTitle(state, context.req.param('mediaId'));
      await readRequestBody(context.req, skipSchema);
      return context.json({ status: 'ok' });
    });
}
