import { Hono } from 'hono';
import * as z from 'zod/mini';
import { scrobbleTvSchema } from '../../api/history.js';
import {
  addPlaybackPayloadSchema,
  patchPlaybackPayloadSchema,
  scrobbleBodySchema,
  scrobbleSkipBodySchema,
} from '../../api/playback.js';
import { requireSession } from '../auth/tiers.js';
import { Problem } from '../http/problem.js';
import { readRequestBody } from '../http/requestBody.js';
import { recordOf, type EmulatorState } from '../types.js';
import { recordPlayback, recordScrobble } from './playback.js';
import { findTitle } from './titleLookup.js';

const addSchema = z.strictObject(addPlaybackPayloadSchema.shape);
const patchSchema = z.strictObject(patchPlaybackPayloadSchema.shape);

/** Routes that save the playback position of a title. */
export function playbackRoutes(state: EmulatorState): Hono {
  return new Hono()
    .post('/', async (context) => {
      const { profileId } = await requireSession(context.req, state);
      const { mediaId, ...change } = await readRequestBody(context.req, addSchema);
      findTitle(state, mediaId);
      recordPlayback(state, recordOf(state, profileId), mediaId, change);
      return context.json({ message: 'Item added to playback successfully', added: 'playback' });
    })
    .patch('/', async (context) => {
      const { profileId } = await requireSession(context.req, state);
      const { mediaId, ...change } = await readRequestBody(context.req, patchSchema);
      const record = recordOf(state, profileId);
      // Inferred: a playback must be added before it can be updated.
      if (!record.playback.has(mediaId))
        throw new Problem('NOT_FOUND', 'The playback of this title was never started.');
      recordPlayback(state, record, mediaId, change);
      return context.json({ message: 'Playback updated successfully' });
    });
}

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
