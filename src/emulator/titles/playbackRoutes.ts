import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { addPlaybackPayloadSchema, patchPlaybackPayloadSchema } from '../../api/playback.js';
import { recordPlayback } from './playback.js';
import { Problem } from '../http/problem.js';
import { recordOf } from '../profiles/profileRecord.js';
import { readRequestBody } from '../http/requestBody.js';
import { requireSession } from '../auth/tiers.js';
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
