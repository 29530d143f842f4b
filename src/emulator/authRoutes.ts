import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { EmulatorState } from './emulatorState.js';
import { Problem } from './problem.js';
import { findProfile } from './profileRoutes.js';
import { readRequestBody } from './requestBody.js';
import { mintSession } from './sessionTokens.js';
import { requireIdentity } from './tiers.js';

const mintPayloadSchema = z.strictObject({ profileId: z.string().check(z.minLength(1)) });

/** Routes that mint sessions and sign devices out. Session tokens already minted outlive a sign-out. */
export function authRoutes(state: EmulatorState): Hono {
  return new Hono()
    .post('/session-token', async (context) => {
      requireIdentity(context.req, state);
      const { profileId } = await readRequestBody(context.req, mintPayloadSchema);
      return context.json(await mintSession(state, findProfile(state, profileId).id));
    })
    .delete('/session', (context) => {
      state.grants.delete(requireIdentity(context.req, state).refreshToken);
      return context.json({ revoked: true });
    })
    .delete('/sessions/:publicId', (context) => {
      requireIdentity(context.req, state);
      const publicId = context.req.param('publicId');
      const grant = [...state.grants.values()].find((candidate) => candidate.publicId === publicId);
      if (!grant) throw new Problem('NOT_FOUND', 'No signed-in device has this public id.');
      state.grants.delete(grant.refreshToken);
      return context.json({ revoked: true });
    });
}
