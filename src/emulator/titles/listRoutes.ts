import { recordOf, type EmulatorState, type ProfileRecord } from '../types.js';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { mediaLists, type MediaList } from '../../api/facts.js';
import { addSimpleListItemPayloadSchema, type SuccessMessage } from '../../api/lists.js';
import { mediaItemOf } from './mediaItem.js';
import { DEFAULT_LIMIT, pagingQuerySchema, batchOf } from '../http/pageTokens.js';
import { checked, readRequestBody } from '../http/requestBody.js';
import { requireSession } from '../auth/tiers.js';
import { findTitle } from './titleLookup.js';

const payloadSchema = z.strictObject(addSimpleListItemPayloadSchema.shape);
const querySchema = pagingQuerySchema(DEFAULT_LIMIT);
const exclusiveLists: readonly MediaList[] = ['liked', 'disliked', 'super_liked'];

/** Routes of the lists of a profile. All except `POST /profile/disliked` are inferred by analogy. */
export function listRoutes(state: EmulatorState): Hono {
  const routes = new Hono();
  for (const list of mediaLists) {
    routes
      .post(`/${list}`, async (context) => {
        const { profileId } = await requireSession(context.req, state);
        const { mediaId } = await readRequestBody(context.req, payloadSchema);
        findTitle(state, mediaId);
        return context.json(addToList(recordOf(state, profileId), list, mediaId));
      })
      .get(`/${list}`, async (context) => {
        const { profileId } = await requireSession(context.req, state);
        const paging = checked(context.req.query(), querySchema, 'query');
        const entries = [...recordOf(state, profileId).lists[list]].sort(([, a], [, b]) => b - a);
        const batch = batchOf(`${list} ${profileId}`, paging, entries, ([, order]) => -order);
        return context.json({
          ...batch,
          items: batch.items.map(([mediaId]) => mediaItemOf(findTitle(state, mediaId))),
        });
      })
      .delete(`/${list}/:mediaId`, async (context) => {
        const { profileId } = await requireSession(context.req, state);
        const mediaId = context.req.param('mediaId');
        findTitle(state, mediaId);
        const wasThere = recordOf(state, profileId).lists[list].delete(mediaId);
        return context.json({
          message: wasThere ? `Item removed from ${list} list successfully` : `Item was not in ${list} list`,
          removed: wasThere ? list : null,
        });
      });
  }
  return routes;
}

/** Adds a title to a list and removes it from lists that exclude it. A title already on the list keeps its position. */
function addToList(record: ProfileRecord, list: MediaList, mediaId: string): SuccessMessage {
  const others = exclusiveLists.includes(list) ? exclusiveLists.filter((other) => other !== list) : [];
  const removed = others.find((other) => record.lists[other].delete(mediaId));
  if (!record.lists[list].has(mediaId)) record.lists[list].set(mediaId, record.nextOrder++);
  return { message: `Item added to ${list} list successfully`, added: list, ...(removed && { removed }) };
}
