import { recordOf, type EmulatorState, type StoredHistoryEntry } from '../types.js';
import { Hono, type HonoRequest } from 'hono';
import * as z from 'zod/mini';
import { addHistoryPayloadSchema, patchHistoryPayloadSchema, historyOfTitleSchema } from '../../api/history.js';
import { entriesOf, historyItemOf, recordHistory } from './history.js';
import { DEFAULT_LIMIT, pagingQuerySchema, batchOf, type Batch } from '../http/pageTokens.js';
import { checked, readRequestBody, wholeNumber } from '../http/requestBody.js';
import { requireSession } from '../auth/tiers.js';
import { findTitle } from './titleLookup.js';

const payloadSchema = z.catchall(addHistoryPayloadSchema, z.never());
const patchSchema = z.strictObject(patchHistoryPayloadSchema.shape);
const seasonAndEpisode = { season: z.optional(wholeNumber), episode: z.optional(wholeNumber) };
const patchQuerySchema = z.strictObject(seasonAndEpisode);
const querySchema = pagingQuerySchema(DEFAULT_LIMIT);
const ofTitleQuerySchema = z.strictObject({ ...querySchema.shape, ...seasonAndEpisode });

/** Routes of the history of a profile. */
export function historyRoutes(state: EmulatorState): Hono {
  const now = () => new Date(state.now()).toISOString();
  const recordFor = async (request: HonoRequest) => recordOf(state, (await requireSession(request, state)).profileId);
  const bodyOf = (batch: Batch<StoredHistoryEntry>) => ({
    ...batch,
    items: batch.items.map((entry) => historyItemOf(findTitle(state, entry.mediaId), entry)),
  });
  return new Hono()
    .get('/', async (context) => {
      const { profileId } = await requireSession(context.req, state);
      const paging = checked(context.req.query(), querySchema, 'query');
      const newestFirst = [...recordOf(state, profileId).history].sort((a, b) => b.order - a.order);
      return context.json(bodyOf(batchOf(`history ${profileId}`, paging, newestFirst, ({ order }) => -order)));
    })
    .post('/', async (context) => {
      const record = await recordFor(context.req);
      const payload = await readRequestBody(context.req, payloadSchema);
      findTitle(state, payload.mediaId);
      recordHistory(record, payload, now(), true);
      return context.json({ message: 'Item added to history successfully', added: 'history' });
    })
    .get('/:mediaId', async (context) => {
      const { profileId } = await requireSession(context.req, state);
      const { mediaId } = context.req.param();
      findTitle(state, mediaId);
      const { season, episode, ...paging } = checked(context.req.query(), ofTitleQuerySchema, 'query');
      checked({ mediaId, season, episode }, historyOfTitleSchema, 'query');
      const entries = entriesOf(recordOf(state, profileId), mediaId).filter(
        (entry) => entry.season === season && (episode === undefined || entry.episode === episode),
      );
      const list = `history ${profileId} ${mediaId} ${season} ${episode}`;
      return context.json(bodyOf(batchOf(list, paging, entries)));
    })
    .patch('/:mediaId', async (context) => {
      const record = await recordFor(context.req);
      const { mediaId } = context.req.param();
      findTitle(state, mediaId);
      const query = checked(context.req.query(), patchQuerySchema, 'query');
      const entry = checked({ mediaId, ...query }, historyOfTitleSchema, 'query');
      const { progress } = await readRequestBody(context.req, patchSchema);
      recordHistory(record, { ...entry, progress }, now(), false);
      return context.json({ message: 'History updated successfully' });
    })
    .delete('/:mediaId', async (context) => {
      const { history } = await recordFor(context.req);
      const { mediaId } = context.req.param();
      findTitle(state, mediaId);
      const kept = history.filter((entry) => entry.mediaId !== mediaId);
      const wasThere = kept.length < history.length;
      history.splice(0, history.length, ...kept);
      return context.json({
        message: wasThere ? 'Item removed from history successfully' : 'Item was not in history',
        removed: wasThere ? 'history' : null,
      });
    });
}
